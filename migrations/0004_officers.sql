CREATE TABLE "id_token_use" (
	"token_key" text PRIMARY KEY NOT NULL,
	"browser_hash" text NOT NULL,
	"session_id" uuid,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delegation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"role" text NOT NULL,
	"kind" text NOT NULL,
	"order_number" text NOT NULL,
	"ordered_on" date NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "factor_reset" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"officer_id" uuid NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "officer_history" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"officer_id" uuid NOT NULL,
	"by_id" uuid,
	"event" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "second_factor" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"officer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"secret" text,
	"last_step" integer DEFAULT 0 NOT NULL,
	"credential_id" text,
	"public_key" text,
	"counter" integer DEFAULT 0 NOT NULL,
	"transports" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	CONSTRAINT "second_factor_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "proof" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"application_id" uuid,
	"method" text NOT NULL,
	"level" integer NOT NULL,
	"status" text NOT NULL,
	"subject" jsonb NOT NULL,
	"evidence" jsonb NOT NULL,
	"identity_index" text,
	"officer_id" uuid,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"valid_until" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "proof_level" CHECK (level between 0 and 3),
	CONSTRAINT "proof_decided" CHECK (status = 'requested' or decided_at is not null)
);
--> statement-breakpoint
CREATE TABLE "thaid_login" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"state_hash" text NOT NULL,
	"applicant_id" uuid NOT NULL,
	"application_id" uuid,
	"asked" jsonb NOT NULL,
	"kept" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"returned_at" timestamp with time zone,
	"returned" jsonb,
	"ticket_hash" text,
	"taken_at" timestamp with time zone,
	"outcome" text,
	"missing" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"finished_at" timestamp with time zone,
	"proof_id" uuid,
	CONSTRAINT "thaid_login_state_hash_unique" UNIQUE("state_hash")
);
--> statement-breakpoint
ALTER TABLE "correction" DROP CONSTRAINT "correction_officer_id_officer_id_fk";
--> statement-breakpoint
ALTER TABLE "decision" DROP CONSTRAINT "decision_officer_id_officer_id_fk";
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "device" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "last_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "challenge" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "challenge_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "acting" jsonb;--> statement-breakpoint
ALTER TABLE "officer" ADD COLUMN "invited_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "officer" ADD COLUMN "wrong_codes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "officer" ADD COLUMN "locked_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_from_id_officer_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."officer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_to_id_officer_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."officer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_reset" ADD CONSTRAINT "factor_reset_officer_id_officer_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officer_history" ADD CONSTRAINT "officer_history_officer_id_officer_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_officer_id_officer_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delegation_to" ON "delegation" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "officer_history_officer" ON "officer_history" USING btree ("officer_id","at");--> statement-breakpoint
CREATE INDEX "second_factor_officer" ON "second_factor" USING btree ("officer_id");--> statement-breakpoint
CREATE INDEX "proof_applicant" ON "proof" USING btree ("applicant_id");--> statement-breakpoint
CREATE INDEX "proof_application" ON "proof" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "proof_identity" ON "proof" USING btree ("identity_index");--> statement-breakpoint
CREATE INDEX "thaid_login_created" ON "thaid_login" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "session_line_user" ON "session" USING btree ("line_user_id");--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_id_unique" UNIQUE("id");