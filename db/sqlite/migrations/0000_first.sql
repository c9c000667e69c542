CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_provider` ON `accounts` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`object_kind` text,
	`object_id` text,
	`details` text NOT NULL,
	`address` text
);
--> statement-breakpoint
CREATE INDEX `audit_log_action` ON `audit_log` (`action`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_actor` ON `audit_log` (`actor_name`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_object` ON `audit_log` (`object_kind`,`object_id`,`id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`role` text NOT NULL,
	`disabled` integer NOT NULL,
	`two_factor_enabled` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`ends_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `two_factors` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`verified` integer NOT NULL,
	`failed_verification_count` integer,
	`locked_until` integer
);
--> statement-breakpoint
CREATE INDEX `two_factors_user` ON `two_factors` (`user_id`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
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
CREATE TABLE `customer_addresses` (
	`customer_id` integer NOT NULL,
	`address_number` integer NOT NULL,
	`type` text NOT NULL,
	`is_default` integer NOT NULL,
	`street` text,
	`street2` text,
	`number` text,
	`number_extension` text,
	`postal_code` text,
	`city` text,
	`region` text,
	`country` text,
	`company` text,
	`phone` text,
	`email` text,
	PRIMARY KEY(`customer_id`, `address_number`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `customer_changes` (
	`operation_id` integer NOT NULL,
	`row` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`before` text,
	`patch` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`operation_id`, `row`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `customer_changes_customer` ON `customer_changes` (`customer_id`,`operation_id`);--> statement-breakpoint
CREATE TABLE `customers` (
	`id` integer PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`operation_id` integer NOT NULL,
	`operation_row` integer NOT NULL,
	`email_key` text,
	`name_key` text NOT NULL,
	`company_key` text,
	`search` text NOT NULL,
	`source_system` text,
	`source_system_id` text,
	`debtor_id` integer,
	`ssn` text,
	`name` text,
	`title` text,
	`first_name` text,
	`middle_name` text,
	`last_name` text,
	`abbreviation` text,
	`company` text,
	`date_of_birth` text,
	`gender` text,
	`email` text,
	`phone` text,
	`mobile` text,
	`language` text,
	`locale` text,
	`timezone_offset` text,
	`country` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_uuid` ON `customers` (`uuid`);--> statement-breakpoint
CREATE UNIQUE INDEX `customers_source` ON `customers` (`source_system`,`source_system_id`);--> statement-breakpoint
CREATE INDEX `customers_email` ON `customers` (`email_key`);--> statement-breakpoint
CREATE INDEX `customers_debtor` ON `customers` (`debtor_id`);--> statement-breakpoint
CREATE INDEX `customers_updated` ON `customers` (`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`identity` text,
	`next_import` integer NOT NULL,
	`last_import` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `erasures_customer` ON `erasures` (`customer_id`);--> statement-breakpoint
CREATE INDEX `erasures_open` ON `erasures` (`id`) WHERE finished_at is null;--> statement-breakpoint
CREATE TABLE `import_outcomes` (
	`operation_id` integer NOT NULL,
	`row` integer NOT NULL,
	`outcome` text NOT NULL,
	`customer_id` integer,
	`reason` text,
	PRIMARY KEY(`operation_id`, `row`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `import_outcomes_outcome` ON `import_outcomes` (`operation_id`,`outcome`,`row`);--> statement-breakpoint
CREATE TABLE `operations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`import_id` integer,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`revision` integer,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `operations_import` ON `operations` (`import_id`,`number`);--> statement-breakpoint
CREATE TABLE `sequences` (
	`name` text PRIMARY KEY NOT NULL,
	`next` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `edit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`column_index` integer,
	`old` text,
	`now` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `edit_log_import` ON `edit_log` (`import_id`,`id`);--> statement-breakpoint
CREATE TABLE `import_edits` (
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`edits` text NOT NULL,
	`excluded` integer NOT NULL,
	`search` text NOT NULL,
	PRIMARY KEY(`import_id`, `row`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `import_issues` (
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`seq` integer NOT NULL,
	`field` text,
	`code` text NOT NULL,
	`severity` text NOT NULL,
	`message` text NOT NULL,
	`suggestion` text,
	PRIMARY KEY(`import_id`, `row`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `import_issues_cause` ON `import_issues` (`import_id`,`severity`,`code`,`field`,`row`);--> statement-breakpoint
CREATE TABLE `import_keys` (
	`import_id` integer NOT NULL,
	`key` text NOT NULL,
	`row` integer NOT NULL,
	`repeated` integer NOT NULL,
	`owner` integer NOT NULL,
	PRIMARY KEY(`import_id`, `key`, `row`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `import_keys_repeated` ON `import_keys` (`import_id`,`row`) WHERE repeated = 1;--> statement-breakpoint
CREATE INDEX `import_keys_owner` ON `import_keys` (`import_id`,`key`) WHERE owner = 1;--> statement-breakpoint
CREATE TABLE `import_plans` (
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`state` text NOT NULL,
	`disposition` text,
	`plan` text NOT NULL,
	`changed` text,
	`patch` text,
	`keys` text NOT NULL,
	`target` integer,
	`target_version` integer,
	`reserved_id` integer,
	`reserved_uuid` text,
	`message` text,
	PRIMARY KEY(`import_id`, `row`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `import_plans_state` ON `import_plans` (`import_id`,`state`,`row`) WHERE state <> 'ok';--> statement-breakpoint
CREATE INDEX `import_plans_disposition` ON `import_plans` (`import_id`,`disposition`,`row`);--> statement-breakpoint
CREATE INDEX `import_plans_changed` ON `import_plans` (`import_id`,`row`) WHERE changed is not null;--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`position` integer NOT NULL,
	`cells` text NOT NULL,
	`faults` text,
	`search` text,
	PRIMARY KEY(`import_id`, `row`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `import_rows_position` ON `import_rows` (`import_id`,`position`);--> statement-breakpoint
CREATE TABLE `import_shards` (
	`import_id` integer NOT NULL,
	`generation` integer NOT NULL,
	`phase` text NOT NULL,
	`from_row` integer NOT NULL,
	`to_row` integer NOT NULL,
	`cursor` integer NOT NULL,
	`lease` text NOT NULL,
	`counters` text NOT NULL,
	PRIMARY KEY(`import_id`, `generation`, `phase`, `from_row`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`file_name` text NOT NULL,
	`file_name_key` text NOT NULL,
	`file_size` integer NOT NULL,
	`sha256` text NOT NULL,
	`file_key` text NOT NULL,
	`file_secret` text NOT NULL,
	`pause_at_mapping` integer NOT NULL,
	`intake` text NOT NULL,
	`choices` text NOT NULL,
	`facts` text,
	`profiles` text NOT NULL,
	`mapping` text,
	`rows` integer NOT NULL,
	`revision` integer NOT NULL,
	`generation` integer NOT NULL,
	`error` text,
	`created_at` integer NOT NULL,
	`created_by` text,
	`created_by_id` text,
	`submitted_at` integer,
	`finished_at` integer,
	`stop_requested` integer NOT NULL,
	`deleted_at` integer,
	`rows_removed_at` integer,
	`kept_totals` text,
	`file_removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `imports_state` ON `imports` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`import_id` integer NOT NULL,
	`generation` integer NOT NULL,
	`from_row` integer NOT NULL,
	`attempts` integer NOT NULL,
	`owner` text,
	`free_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `jobs_free` ON `jobs` (`free_at`,`id`);--> statement-breakpoint
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
CREATE TABLE `workers` (
	`id` text PRIMARY KEY NOT NULL,
	`seen_at` integer NOT NULL
) WITHOUT ROWID;--> statement-breakpoint
CREATE TRIGGER `audit_log_no_update` BEFORE UPDATE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'the audit log cannot be changed'); END;--> statement-breakpoint
CREATE TRIGGER `audit_log_no_delete` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'the audit log cannot be changed'); END;
