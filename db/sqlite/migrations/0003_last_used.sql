ALTER TABLE `people` ADD `last_seen_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `last_used_at` integer;