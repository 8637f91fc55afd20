CREATE TABLE "chat_file" (
	"word_id" uuid PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"state" text DEFAULT 'fetching' NOT NULL,
	"refusal" text,
	"name" text,
	"type" text,
	CONSTRAINT "chat_file_state" CHECK (state in ('fetching','kept','refused','erased'))
);
--> statement-breakpoint
ALTER TABLE "chat_file" ADD CONSTRAINT "chat_file_word_id_chat_word_id_fk" FOREIGN KEY ("word_id") REFERENCES "public"."chat_word"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chat_file_message" ON "chat_file" USING btree ("message_id");