CREATE TABLE "licence_offer" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"licence_id" uuid NOT NULL,
	"valid_until" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"taken_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "licence" ADD COLUMN "holder_applicant_id" uuid;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "paid_back_on" date;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "paid_back_reference" text;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "paid_back_by" uuid;--> statement-breakpoint
CREATE INDEX "licence_offer_licence" ON "licence_offer" USING btree ("licence_id");--> statement-breakpoint
CREATE INDEX "licence_holder" ON "licence" USING btree ("holder_applicant_id");