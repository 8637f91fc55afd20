CREATE TABLE "disposal" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" integer GENERATED ALWAYS AS IDENTITY (sequence name "disposal_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text,
	"kind" text NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"count" integer NOT NULL,
	"rule" text NOT NULL,
	"law" text NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"digest" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "disposal_key_unique" UNIQUE("key"),
	CONSTRAINT "disposal_count" CHECK (count > 0)
);
--> statement-breakpoint
CREATE TABLE "disposal_approval" (
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"officer_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "disposal_approval_kind_subject_id_rule_pk" PRIMARY KEY("kind","subject_id","rule")
);
--> statement-breakpoint
CREATE TABLE "disposal_hold" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"because" text NOT NULL,
	"until" date,
	"officer_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "application" ADD COLUMN "disposed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "history" ADD COLUMN "data_hash" text;--> statement-breakpoint
ALTER TABLE "history" ADD COLUMN "salt" text;--> statement-breakpoint
ALTER TABLE "history" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "issued_document" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "disposal_at" ON "disposal" USING btree ("at");--> statement-breakpoint
CREATE FUNCTION refuse_disposal_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the record of disposals is only added to'; END $$;--> statement-breakpoint
CREATE TRIGGER disposal_kept BEFORE UPDATE OR DELETE ON disposal FOR EACH ROW EXECUTE FUNCTION refuse_disposal_change();
