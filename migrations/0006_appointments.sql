CREATE TABLE "appointment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"proof_id" uuid NOT NULL,
	"applicant_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"seat" integer NOT NULL,
	"status" text NOT NULL,
	"link" text,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "proof_picture" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"proof_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_proof_id_proof_id_fk" FOREIGN KEY ("proof_id") REFERENCES "public"."proof"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_picture" ADD CONSTRAINT "proof_picture_proof_id_proof_id_fk" FOREIGN KEY ("proof_id") REFERENCES "public"."proof"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appointment_one_a_seat" ON "appointment" USING btree ("starts_at","seat") WHERE status <> 'cancelled';--> statement-breakpoint
CREATE UNIQUE INDEX "appointment_one_booked" ON "appointment" USING btree ("proof_id") WHERE status = 'booked';--> statement-breakpoint
CREATE INDEX "appointment_starts" ON "appointment" USING btree ("starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "proof_picture_kind" ON "proof_picture" USING btree ("proof_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "proof_one_waiting" ON "proof" USING btree ("application_id") WHERE status = 'requested';