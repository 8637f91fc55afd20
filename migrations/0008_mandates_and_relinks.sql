CREATE TABLE "relink" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"old_line_user_id" text NOT NULL,
	"new_line_user_id" text NOT NULL,
	"status" text NOT NULL,
	"proof_id" uuid,
	"found" jsonb,
	"level" integer NOT NULL,
	"needed" integer NOT NULL,
	"story" text,
	"created_at" timestamp with time zone NOT NULL,
	"asked_at" timestamp with time zone,
	"proposal" jsonb,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"done_at" timestamp with time zone,
	"object_until" timestamp with time zone,
	"objected_at" timestamp with time zone,
	"moved" jsonb,
	CONSTRAINT "relink_two_accounts" CHECK (old_line_user_id <> new_line_user_id),
	CONSTRAINT "relink_done" CHECK (status <> 'done' or (done_at is not null and decided_by is not null))
);
--> statement-breakpoint
CREATE TABLE "mandate" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"principal" jsonb NOT NULL,
	"principal_applicant_id" uuid,
	"status" text NOT NULL,
	"code_hash" text,
	"code_until" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"officer_id" uuid,
	"proof_id" uuid,
	"confirmed_by" text,
	"reason" text,
	"authority_by" uuid,
	"authority_at" timestamp with time zone,
	"authority_note" text,
	CONSTRAINT "mandate_application_id_unique" UNIQUE("application_id"),
	CONSTRAINT "mandate_code_hash_unique" UNIQUE("code_hash"),
	CONSTRAINT "mandate_decided" CHECK (status = 'asked' or decided_at is not null),
	CONSTRAINT "mandate_paper" CHECK (status <> 'on_paper' or officer_id is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "relink_one_of" ON "relink" USING btree ("from_id") WHERE status in ('asked', 'proposed', 'objected');--> statement-breakpoint
CREATE UNIQUE INDEX "relink_one_by" ON "relink" USING btree ("to_id") WHERE status in ('offered', 'asked', 'proposed');--> statement-breakpoint
CREATE INDEX "relink_old" ON "relink" USING btree ("old_line_user_id");--> statement-breakpoint
CREATE INDEX "relink_new" ON "relink" USING btree ("new_line_user_id");--> statement-breakpoint
CREATE INDEX "mandate_principal" ON "mandate" USING btree ("principal_applicant_id");