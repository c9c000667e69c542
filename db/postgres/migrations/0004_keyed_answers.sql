CREATE TABLE "keyed_answers" (
	"caller_id" text collate "C" NOT NULL,
	"request_key" text collate "C" NOT NULL,
	"request_hash" text collate "C" NOT NULL,
	"owner" text collate "C" NOT NULL,
	"claimed_at" bigint NOT NULL,
	"answered_at" bigint,
	"answer" text collate "C",
	CONSTRAINT "keyed_answers_caller_id_request_key_pk" PRIMARY KEY("caller_id","request_key")
);
--> statement-breakpoint
CREATE INDEX "keyed_answers_claimed" ON "keyed_answers" USING btree ("claimed_at");