CREATE TABLE "access_log" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"officer_id" uuid NOT NULL,
	"position" text NOT NULL,
	"role" text NOT NULL,
	"acting" text,
	"applicant_id" uuid NOT NULL,
	"application_id" uuid,
	"what" text NOT NULL,
	"reason" text NOT NULL,
	"words" text,
	CONSTRAINT "access_log_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "data_export" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"erased_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "data_request" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'received' NOT NULL,
	"words" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"officer_id" uuid,
	"answer" text,
	"law" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "data_request_closed" CHECK ((status in ('done','refused')) = (closed_at is not null)),
	CONSTRAINT "data_request_refused" CHECK (status <> 'refused' or (law is not null and answer is not null))
);
--> statement-breakpoint
CREATE TABLE "data_request_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" integer GENERATED ALWAYS AS IDENTITY (sequence name "data_request_event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"request_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"event" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consent" DROP CONSTRAINT "consent_once";--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "seq" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "consent_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "event" text DEFAULT 'shown' NOT NULL;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "channel" text DEFAULT 'web' NOT NULL;--> statement-breakpoint
ALTER TABLE "data_request_event" ADD CONSTRAINT "data_request_event_request_id_data_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."data_request"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_log_applicant" ON "access_log" USING btree ("applicant_id","at");--> statement-breakpoint
CREATE INDEX "access_log_officer" ON "access_log" USING btree ("officer_id","at");--> statement-breakpoint
CREATE INDEX "access_log_at" ON "access_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "data_export_applicant" ON "data_export" USING btree ("applicant_id");--> statement-breakpoint
CREATE INDEX "data_request_applicant" ON "data_request" USING btree ("applicant_id");--> statement-breakpoint
CREATE INDEX "data_request_open" ON "data_request" USING btree ("due_on") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "data_request_event_of" ON "data_request_event" USING btree ("request_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "consent_notice" ON "consent" USING btree ("applicant_id","purpose","version") WHERE event = 'shown';--> statement-breakpoint
CREATE INDEX "consent_applicant" ON "consent" USING btree ("applicant_id","seq");--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_event" CHECK (event in ('shown','given','withdrawn'));--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_channel" CHECK (channel in ('web','chat','counter'));--> statement-breakpoint
CREATE FUNCTION refuse_access_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the access log is only added to'; END $$;--> statement-breakpoint
CREATE TRIGGER access_log_kept BEFORE UPDATE OF id, key, at, officer_id, position, role, acting, applicant_id, application_id, what, reason ON access_log FOR EACH ROW EXECUTE FUNCTION refuse_access_change();
