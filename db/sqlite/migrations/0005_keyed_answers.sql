CREATE TABLE `keyed_answers` (
	`caller_id` text NOT NULL,
	`request_key` text NOT NULL,
	`request_hash` text NOT NULL,
	`owner` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`answered_at` integer,
	`answer` text,
	PRIMARY KEY(`caller_id`, `request_key`)
);
--> statement-breakpoint
CREATE INDEX `keyed_answers_claimed` ON `keyed_answers` (`claimed_at`);