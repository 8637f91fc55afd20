CREATE TABLE "refund" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"satang" integer NOT NULL,
	"because" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "refund_amount" CHECK (satang > 0)
);
--> statement-breakpoint
ALTER TABLE "issued_document" DROP CONSTRAINT "issued_document_once";--> statement-breakpoint
ALTER TABLE "issued_document" ADD COLUMN "for_invoice" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "refund_application" ON "refund" USING btree ("application_id");--> statement-breakpoint
ALTER TABLE "issued_document" ADD CONSTRAINT "issued_document_once" UNIQUE("application_id","kind","for_invoice");