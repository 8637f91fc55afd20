CREATE TABLE "identity_index" (
	"application_id" uuid NOT NULL,
	"field_id" text NOT NULL,
	"kind" text NOT NULL,
	"blind_index" text NOT NULL,
	"key_id" text NOT NULL,
	CONSTRAINT "identity_index_application_id_field_id_kind_blind_index_pk" PRIMARY KEY("application_id","field_id","kind","blind_index")
);
--> statement-breakpoint
CREATE TABLE "data_key" (
	"id" text PRIMARY KEY NOT NULL,
	"proof" text NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "application" ADD COLUMN "booked_days" date[];
--> statement-breakpoint
ALTER TABLE "identity_index" ADD CONSTRAINT "identity_index_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "identity_index_number" ON "identity_index" USING btree ("blind_index");