CREATE TABLE "accounts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"account_id" text collate "C" NOT NULL,
	"provider_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"access_token" text collate "C",
	"refresh_token" text collate "C",
	"id_token" text collate "C",
	"access_token_expires_at" bigint,
	"refresh_token_expires_at" bigint,
	"scope" text collate "C",
	"password" text collate "C",
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"prefix" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	"scopes" text collate "C" NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint,
	"last_used_at" bigint,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "attribute_definitions" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"label" text collate "C",
	"class" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"options" text collate "C" NOT NULL,
	"description" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_kind" text collate "C" NOT NULL,
	"actor_id" text collate "C",
	"actor_name" text collate "C" NOT NULL,
	"action" text collate "C" NOT NULL,
	"object_kind" text collate "C",
	"object_id" text collate "C",
	"details" text collate "C" NOT NULL,
	"address" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "customer_addresses" (
	"customer_id" bigint NOT NULL,
	"address_number" bigint NOT NULL,
	"type" text collate "C" NOT NULL,
	"is_default" smallint NOT NULL,
	"street" text collate "C",
	"street2" text collate "C",
	"number" text collate "C",
	"number_extension" text collate "C",
	"postal_code" text collate "C",
	"city" text collate "C",
	"region" text collate "C",
	"country" text collate "C",
	"company" text collate "C",
	"phone" text collate "C",
	"email" text collate "C",
	CONSTRAINT "customer_addresses_customer_id_address_number_pk" PRIMARY KEY("customer_id","address_number")
);
--> statement-breakpoint
CREATE TABLE "customer_changes" (
	"operation_id" bigint NOT NULL,
	"row" bigint NOT NULL,
	"customer_id" bigint NOT NULL,
	"before" text collate "C",
	"patch" text collate "C",
	"at" bigint NOT NULL,
	CONSTRAINT "customer_changes_operation_id_row_pk" PRIMARY KEY("operation_id","row")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" bigint PRIMARY KEY NOT NULL,
	"uuid" text collate "C" NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"operation_id" bigint NOT NULL,
	"operation_row" bigint NOT NULL,
	"email_key" text collate "C",
	"name_key" text collate "C" NOT NULL,
	"company_key" text collate "C",
	"search" text collate "C" NOT NULL,
	"source_system" text collate "C",
	"source_system_id" text collate "C",
	"debtor_id" bigint,
	"ssn" text collate "C",
	"name" text collate "C",
	"title" text collate "C",
	"first_name" text collate "C",
	"middle_name" text collate "C",
	"last_name" text collate "C",
	"abbreviation" text collate "C",
	"company" text collate "C",
	"date_of_birth" text collate "C",
	"gender" text collate "C",
	"email" text collate "C",
	"phone" text collate "C",
	"mobile" text collate "C",
	"language" text collate "C",
	"locale" text collate "C",
	"timezone_offset" text collate "C",
	"country" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "edit_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"import_id" bigint NOT NULL,
	"row" bigint NOT NULL,
	"column_index" bigint,
	"old" text collate "C",
	"now" text collate "C",
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"customer_id" bigint NOT NULL,
	"asked_at" bigint NOT NULL,
	"identity" text collate "C",
	"next_import" bigint NOT NULL,
	"last_import" bigint NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "import_edits" (
	"import_id" bigint NOT NULL,
	"row" bigint NOT NULL,
	"edits" text collate "C" NOT NULL,
	"excluded" smallint NOT NULL,
	"search" text collate "C" NOT NULL,
	CONSTRAINT "import_edits_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "import_issues" (
	"import_id" bigint NOT NULL,
	"row" bigint NOT NULL,
	"seq" bigint NOT NULL,
	"field" text collate "C",
	"code" text collate "C" NOT NULL,
	"severity" text collate "C" NOT NULL,
	"message" text collate "C" NOT NULL,
	"suggestion" text collate "C",
	CONSTRAINT "import_issues_import_id_row_seq_pk" PRIMARY KEY("import_id","row","seq")
);
--> statement-breakpoint
CREATE TABLE "import_keys" (
	"import_id" bigint NOT NULL,
	"key" text collate "C" NOT NULL,
	"row" bigint NOT NULL,
	"repeated" smallint NOT NULL,
	"owner" smallint NOT NULL,
	CONSTRAINT "import_keys_import_id_key_row_pk" PRIMARY KEY("import_id","key","row")
);
--> statement-breakpoint
CREATE TABLE "import_outcomes" (
	"operation_id" bigint NOT NULL,
	"row" bigint NOT NULL,
	"outcome" text collate "C" NOT NULL,
	"customer_id" bigint,
	"reason" text collate "C",
	CONSTRAINT "import_outcomes_operation_id_row_pk" PRIMARY KEY("operation_id","row")
);
--> statement-breakpoint
CREATE TABLE "import_plans" (
	"import_id" bigint NOT NULL,
	"row" bigint NOT NULL,
	"state" text collate "C" NOT NULL,
	"disposition" text collate "C",
	"plan" text collate "C" NOT NULL,
	"changed" text collate "C",
	"patch" text collate "C",
	"keys" text collate "C" NOT NULL,
	"target" bigint,
	"target_version" bigint,
	"reserved_id" bigint,
	"reserved_uuid" text collate "C",
	"message" text collate "C",
	CONSTRAINT "import_plans_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" bigint NOT NULL,
	"row" bigint NOT NULL,
	"position" bigint NOT NULL,
	"cells" text collate "C" NOT NULL,
	"faults" text collate "C",
	"search" text collate "C",
	CONSTRAINT "import_rows_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "import_shards" (
	"import_id" bigint NOT NULL,
	"generation" bigint NOT NULL,
	"phase" text collate "C" NOT NULL,
	"from_row" bigint NOT NULL,
	"to_row" bigint NOT NULL,
	"cursor" bigint NOT NULL,
	"lease" text collate "C" NOT NULL,
	"counters" text collate "C" NOT NULL,
	CONSTRAINT "import_shards_import_id_generation_phase_from_row_pk" PRIMARY KEY("import_id","generation","phase","from_row")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"state" text collate "C" NOT NULL,
	"source" text collate "C" NOT NULL,
	"file_name" text collate "C" NOT NULL,
	"file_name_key" text collate "C" NOT NULL,
	"file_size" bigint NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"file_key" text collate "C" NOT NULL,
	"file_secret" text collate "C" NOT NULL,
	"pause_at_mapping" smallint NOT NULL,
	"intake" text collate "C" NOT NULL,
	"choices" text collate "C" NOT NULL,
	"facts" text collate "C",
	"profiles" text collate "C" NOT NULL,
	"mapping" text collate "C",
	"rows" bigint NOT NULL,
	"revision" bigint NOT NULL,
	"generation" bigint NOT NULL,
	"error" text collate "C",
	"created_at" bigint NOT NULL,
	"created_by" text collate "C",
	"created_by_id" text collate "C",
	"submitted_at" bigint,
	"finished_at" bigint,
	"stop_requested" smallint NOT NULL,
	"deleted_at" bigint,
	"rows_removed_at" bigint,
	"kept_totals" text collate "C",
	"file_removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"token_hash" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "notification_marks" (
	"person_id" text collate "C" PRIMARY KEY NOT NULL,
	"up_to" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_reads" (
	"person_id" text collate "C" NOT NULL,
	"notification_id" bigint NOT NULL,
	CONSTRAINT "notification_reads_person_id_notification_id_pk" PRIMARY KEY("person_id","notification_id")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"import_id" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"import_id" bigint,
	"kind" text collate "C" NOT NULL,
	"number" bigint NOT NULL,
	"revision" bigint,
	"created_at" bigint NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"email_verified" smallint NOT NULL,
	"image" text collate "C",
	"role" text collate "C" NOT NULL,
	"disabled" smallint NOT NULL,
	"two_factor_enabled" smallint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"count" bigint NOT NULL,
	"ends_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sequences" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"next" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"token" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"expires_at" bigint NOT NULL,
	"ip_address" text collate "C",
	"user_agent" text collate "C",
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"value" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "two_factors" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"secret" text collate "C" NOT NULL,
	"backup_codes" text collate "C" NOT NULL,
	"verified" smallint NOT NULL,
	"failed_verification_count" bigint,
	"locked_until" bigint
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"identifier" text collate "C" NOT NULL,
	"value" text collate "C" NOT NULL,
	"expires_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"seen_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_provider" ON "accounts" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "attribute_definitions_name" ON "attribute_definitions" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "audit_log_action" ON "audit_log" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor_name","id");--> statement-breakpoint
CREATE INDEX "audit_log_object" ON "audit_log" USING btree ("object_kind","object_id","id");--> statement-breakpoint
CREATE INDEX "customer_changes_customer" ON "customer_changes" USING btree ("customer_id","operation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_uuid" ON "customers" USING btree ("uuid");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_source" ON "customers" USING btree ("source_system","source_system_id");--> statement-breakpoint
CREATE INDEX "customers_email" ON "customers" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "customers_debtor" ON "customers" USING btree ("debtor_id");--> statement-breakpoint
CREATE INDEX "customers_updated" ON "customers" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "edit_log_import" ON "edit_log" USING btree ("import_id","id");--> statement-breakpoint
CREATE INDEX "erasures_customer" ON "erasures" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "erasures_open" ON "erasures" USING btree ("id") WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "import_issues_cause" ON "import_issues" USING btree ("import_id","severity","code","field","row");--> statement-breakpoint
CREATE INDEX "import_keys_repeated" ON "import_keys" USING btree ("import_id","row") WHERE repeated = 1;--> statement-breakpoint
CREATE INDEX "import_keys_owner" ON "import_keys" USING btree ("import_id","key") WHERE owner = 1;--> statement-breakpoint
CREATE INDEX "import_outcomes_outcome" ON "import_outcomes" USING btree ("operation_id","outcome","row");--> statement-breakpoint
CREATE INDEX "import_plans_state" ON "import_plans" USING btree ("import_id","state","row") WHERE state <> 'ok';--> statement-breakpoint
CREATE INDEX "import_plans_disposition" ON "import_plans" USING btree ("import_id","disposition","row");--> statement-breakpoint
CREATE INDEX "import_plans_changed" ON "import_plans" USING btree ("import_id","row") WHERE changed is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "import_rows_position" ON "import_rows" USING btree ("import_id","position");--> statement-breakpoint
CREATE INDEX "imports_state" ON "imports" USING btree ("state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "notification_reads_notification" ON "notification_reads" USING btree ("notification_id");--> statement-breakpoint
CREATE INDEX "notifications_import" ON "notifications" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "notifications_created" ON "notifications" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "operations_import" ON "operations" USING btree ("import_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factors_user" ON "two_factors" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE FUNCTION "audit_log_stays"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit log cannot be changed'; END $$;--> statement-breakpoint
CREATE TRIGGER "audit_log_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_log" FOR EACH STATEMENT EXECUTE FUNCTION "audit_log_stays"();
