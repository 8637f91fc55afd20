CREATE TABLE "applicant" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"line_user_id" text,
	"display_name" text DEFAULT '' NOT NULL,
	"language" text DEFAULT 'th' NOT NULL,
	"following" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "applicant_line_user_id_unique" UNIQUE("line_user_id")
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"version" text NOT NULL,
	"text_hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_once" UNIQUE("applicant_id","purpose","version")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"line_user_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"service_id" text NOT NULL,
	"definition_hash" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"language" text DEFAULT 'th' NOT NULL,
	"licence_id" uuid,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"holder" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"reference" text,
	"declaration_hash" text,
	"entered_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	"due_on" date,
	"paused_on" date,
	"step" integer DEFAULT 0 NOT NULL,
	"officer_id" uuid,
	"prefilled_from" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_reference_unique" UNIQUE("reference"),
	CONSTRAINT "application_received" CHECK (status = 'draft' or status = 'withdrawn' or (reference is not null and entered_at is not null and received_at is not null))
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"field_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"message" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	"officer_id" uuid
);
--> statement-breakpoint
CREATE TABLE "counter" (
	"series" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "definition" (
	"hash" text PRIMARY KEY NOT NULL,
	"service_id" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "history" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"event" text NOT NULL,
	"data" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "history_order" UNIQUE("application_id","seq")
);
--> statement-breakpoint
CREATE TABLE "intake" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"officer_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "intake_channel" CHECK (channel in ('counter','phone'))
);
--> statement-breakpoint
CREATE TABLE "issued_document" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"code" text NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"storage_key" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "issued_document_code_unique" UNIQUE("code"),
	CONSTRAINT "issued_document_once" UNIQUE("application_id","kind")
);
--> statement-breakpoint
CREATE TABLE "licence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"number" text NOT NULL,
	"book" text NOT NULL,
	"code" text NOT NULL,
	"holder" text NOT NULL,
	"published" jsonb NOT NULL,
	"issued_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"status" text DEFAULT 'reserved' NOT NULL,
	"follows" uuid,
	"registered_at" timestamp with time zone,
	CONSTRAINT "licence_application_id_unique" UNIQUE("application_id"),
	CONSTRAINT "licence_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "chat" (
	"line_user_id" text PRIMARY KEY NOT NULL,
	"topic" text,
	"estimate" jsonb,
	"lease_until" timestamp with time zone,
	"lease_by" uuid
);
--> statement-breakpoint
CREATE TABLE "line_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" text NOT NULL,
	"line_user_id" text,
	"occurred_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"body" jsonb,
	"queued" boolean DEFAULT false NOT NULL,
	"reply_tried" boolean DEFAULT false NOT NULL,
	"handled_at" timestamp with time zone,
	CONSTRAINT "line_event_event_id_unique" UNIQUE("event_id")
);
--> statement-breakpoint
CREATE TABLE "received_file" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"line_user_id" text NOT NULL,
	"message_id" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"quote_token" text,
	"sent_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "received_file_message_id_unique" UNIQUE("message_id"),
	CONSTRAINT "received_file_state" CHECK (state in ('waiting','attached','discarded'))
);
--> statement-breakpoint
CREATE TABLE "outbox_job" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"queue" text NOT NULL,
	"name" text NOT NULL,
	"payload" jsonb NOT NULL,
	"unique_key" text,
	"run_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"lease" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text,
	"done_at" timestamp with time zone,
	CONSTRAINT "outbox_job_unique_key_unique" UNIQUE("unique_key"),
	CONSTRAINT "job_state" CHECK (state in ('pending','dispatched','done','dead','cancelled'))
);
--> statement-breakpoint
CREATE TABLE "invoice" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"ref1" text NOT NULL,
	"ref2" text NOT NULL,
	"satang" integer NOT NULL,
	"lines" jsonb NOT NULL,
	"qr" text NOT NULL,
	"pay_by" date NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invoice_ref1_unique" UNIQUE("ref1"),
	CONSTRAINT "invoice_amount" CHECK (satang > 0)
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"bank" text NOT NULL,
	"transaction_id" text NOT NULL,
	"ref1" text NOT NULL,
	"ref2" text NOT NULL,
	"satang" integer NOT NULL,
	"paid_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'received' NOT NULL,
	"held_because" text,
	CONSTRAINT "notice_once" UNIQUE("bank","transaction_id")
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"invoice_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"satang" integer NOT NULL,
	"paid_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payment_invoice_id_unique" UNIQUE("invoice_id"),
	CONSTRAINT "payment_notice_id_unique" UNIQUE("notice_id")
);
--> statement-breakpoint
CREATE TABLE "receipt" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"payment_id" uuid NOT NULL,
	"series" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"running" integer NOT NULL,
	"number" text NOT NULL,
	"book" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "receipt_payment_id_unique" UNIQUE("payment_id"),
	CONSTRAINT "receipt_running" UNIQUE("series","running")
);
--> statement-breakpoint
CREATE TABLE "chat_word" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" integer GENERATED ALWAYS AS IDENTITY (sequence name "chat_word_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"hand_over_id" uuid NOT NULL,
	"from" text NOT NULL,
	"kind" text NOT NULL,
	"text" text,
	"message_id" text,
	"at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "hand_over" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"line_event_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"officer_id" uuid,
	"taken_at" timestamp with time zone,
	"last_word_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	CONSTRAINT "hand_over_line_event_id_unique" UNIQUE("line_event_id")
);
--> statement-breakpoint
CREATE TABLE "published_question" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"question_id" uuid NOT NULL,
	"question" jsonb NOT NULL,
	"wordings" jsonb NOT NULL,
	"answer" jsonb NOT NULL,
	"published_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "published_question_question_id_unique" UNIQUE("question_id")
);
--> statement-breakpoint
CREATE TABLE "question" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"applicant_id" uuid NOT NULL,
	"line_event_id" uuid NOT NULL,
	"text" text,
	"message_id" text,
	"language" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expected_on" date NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"sent_at" timestamp with time zone,
	CONSTRAINT "question_line_event_id_unique" UNIQUE("line_event_id")
);
--> statement-breakpoint
CREATE TABLE "unanswered" (
	"applicant_id" uuid PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"message_id" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "correction" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"officer_id" uuid NOT NULL,
	"items" jsonb NOT NULL,
	"returned_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"step" integer NOT NULL,
	"officer_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"checklist" jsonb NOT NULL,
	"inspection" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"conditions" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_once_a_step" UNIQUE("application_id","step")
);
--> statement-breakpoint
CREATE TABLE "officer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"position" text NOT NULL,
	"roles" text[] NOT NULL,
	"line_user_id" text,
	"invitation_hash" text,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "officer_line_user_id_unique" UNIQUE("line_user_id"),
	CONSTRAINT "officer_invitation_hash_unique" UNIQUE("invitation_hash")
);
--> statement-breakpoint
CREATE TABLE "survey_answer" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"score" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "survey_score" CHECK (score between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_applicant_id_applicant_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."applicant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_definition_hash_definition_hash_fk" FOREIGN KEY ("definition_hash") REFERENCES "public"."definition"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history" ADD CONSTRAINT "history_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake" ADD CONSTRAINT "intake_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_notice_id_notice_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_word" ADD CONSTRAINT "chat_word_hand_over_id_hand_over_id_fk" FOREIGN KEY ("hand_over_id") REFERENCES "public"."hand_over"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_officer_id_officer_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_officer_id_officer_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_expiry" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "application_one_draft" ON "application" USING btree ("applicant_id","service_id") WHERE status = 'draft';--> statement-breakpoint
CREATE INDEX "application_applicant" ON "application" USING btree ("applicant_id");--> statement-breakpoint
CREATE INDEX "application_worklist" ON "application" USING btree ("status","due_on");--> statement-breakpoint
CREATE INDEX "attachment_application" ON "attachment" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "call_open" ON "call" USING btree ("created_at") WHERE told_at is null;--> statement-breakpoint
CREATE INDEX "intake_officer" ON "intake" USING btree ("officer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "licence_number_in_force" ON "licence" USING btree ("number") WHERE status in ('valid', 'suspended');--> statement-breakpoint
CREATE INDEX "line_event_open" ON "line_event" USING btree ("queued","line_user_id","occurred_at") WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX "received_file_waiting" ON "received_file" USING btree ("line_user_id","sent_at");--> statement-breakpoint
CREATE INDEX "job_pending" ON "outbox_job" USING btree ("run_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "job_dispatched" ON "outbox_job" USING btree ("lease") WHERE state = 'dispatched';--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_one_open" ON "invoice" USING btree ("application_id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "invoice_open" ON "invoice" USING btree ("issued_at") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "notice_ref" ON "notice" USING btree ("ref1");--> statement-breakpoint
CREATE INDEX "chat_word_of" ON "chat_word" USING btree ("hand_over_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "hand_over_one_open" ON "hand_over" USING btree ("applicant_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "question_open" ON "question" USING btree ("asked_at") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "question_of" ON "question" USING btree ("applicant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "correction_one_open" ON "correction" USING btree ("application_id") WHERE resolved_at is null;