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
	"submitted_at" bigint,
	"finished_at" bigint,
	"stop_requested" smallint NOT NULL,
	"deleted_at" bigint
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
CREATE TABLE "sequences" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"next" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"seen_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "customer_changes_customer" ON "customer_changes" USING btree ("customer_id","operation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_uuid" ON "customers" USING btree ("uuid");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_source" ON "customers" USING btree ("source_system","source_system_id");--> statement-breakpoint
CREATE INDEX "customers_email" ON "customers" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "customers_debtor" ON "customers" USING btree ("debtor_id");--> statement-breakpoint
CREATE INDEX "customers_updated" ON "customers" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "edit_log_import" ON "edit_log" USING btree ("import_id","id");--> statement-breakpoint
CREATE INDEX "import_issues_cause" ON "import_issues" USING btree ("import_id","severity","code","field","row");--> statement-breakpoint
CREATE INDEX "import_keys_repeated" ON "import_keys" USING btree ("import_id","row") WHERE repeated = 1;--> statement-breakpoint
CREATE INDEX "import_keys_owner" ON "import_keys" USING btree ("import_id","key") WHERE owner = 1;--> statement-breakpoint
CREATE INDEX "import_outcomes_outcome" ON "import_outcomes" USING btree ("operation_id","outcome","row");--> statement-breakpoint
CREATE INDEX "import_plans_state" ON "import_plans" USING btree ("import_id","state","row") WHERE state <> 'ok';--> statement-breakpoint
CREATE INDEX "import_plans_disposition" ON "import_plans" USING btree ("import_id","disposition","row");--> statement-breakpoint
CREATE INDEX "import_plans_changed" ON "import_plans" USING btree ("import_id","row") WHERE changed is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "import_rows_position" ON "import_rows" USING btree ("import_id","position");--> statement-breakpoint
CREATE INDEX "imports_state" ON "imports" USING btree ("state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "operations_import" ON "operations" USING btree ("import_id","number");