CREATE TABLE `attribute_definitions` (
	`name` text PRIMARY KEY NOT NULL,
	`name_key` text NOT NULL,
	`label` text,
	`class` text NOT NULL,
	`type` text NOT NULL,
	`options` text NOT NULL,
	`description` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `attribute_definitions_name` ON `attribute_definitions` (`name_key`);--> statement-breakpoint
CREATE TABLE `customer_attributes` (
	`customer_id` integer NOT NULL,
	`class` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`customer_id`, `class`, `name`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `notification_marks` (
	`person_id` text PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `notification_reads` (
	`person_id` text NOT NULL,
	`notification_id` integer NOT NULL,
	PRIMARY KEY(`person_id`, `notification_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `notification_reads_notification` ON `notification_reads` (`notification_id`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`import_id` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notifications_import` ON `notifications` (`import_id`);--> statement-breakpoint
CREATE INDEX `notifications_created` ON `notifications` (`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `customer_addresses` ADD `code` text;--> statement-breakpoint
ALTER TABLE `customer_addresses` ADD `name` text;--> statement-breakpoint
ALTER TABLE `customer_addresses` ADD `first_name` text;--> statement-breakpoint
ALTER TABLE `customer_addresses` ADD `middle_name` text;--> statement-breakpoint
ALTER TABLE `customer_addresses` ADD `last_name` text;--> statement-breakpoint
ALTER TABLE `customer_addresses` ADD `representative` text;--> statement-breakpoint
ALTER TABLE `customer_addresses` ADD `is_company` text;--> statement-breakpoint
ALTER TABLE `customer_addresses` ADD `vat_number` text;--> statement-breakpoint
ALTER TABLE `customer_addresses` ADD `mobile` text;--> statement-breakpoint
ALTER TABLE `customer_addresses` ADD `url` text;--> statement-breakpoint
ALTER TABLE `customer_addresses` ADD `locale` text;--> statement-breakpoint
ALTER TABLE `customer_addresses` ADD `icp` text;--> statement-breakpoint
ALTER TABLE `customer_addresses` ADD `notes` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `cc_emails` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `primary_language` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `parent` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `bill_to_customer_id` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `collector_id` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `customer_rule_due_option` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `addresses_last_updated_at` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `contacts_last_updated_at` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `deleted_at` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `metadata` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `contacts` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `customer_email_settings` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `customer_integration_settings` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `payment_line_items` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `remittance_line_items` text;--> statement-breakpoint
CREATE INDEX `customers_parent` ON `customers` (`parent`) WHERE parent is not null;--> statement-breakpoint
ALTER TABLE `operations` ADD `atomic` integer;--> statement-breakpoint
ALTER TABLE `imports` ADD `request_key` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `request_hash` text;--> statement-breakpoint
CREATE UNIQUE INDEX `imports_request` ON `imports` (`created_by_id`,`request_key`) WHERE request_key is not null;