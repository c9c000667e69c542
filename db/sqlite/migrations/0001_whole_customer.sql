CREATE TABLE `customer_attributes` (
	`customer_id` integer NOT NULL,
	`class` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`customer_id`, `class`, `name`)
) WITHOUT ROWID;
--> statement-breakpoint
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
CREATE INDEX `customers_parent` ON `customers` (`parent`) WHERE parent is not null;