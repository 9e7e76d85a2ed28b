CREATE TABLE `intake_import` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`encoding` text NOT NULL,
	`separator` text NOT NULL,
	`header` text NOT NULL,
	`rows` integer NOT NULL,
	`settings` text NOT NULL,
	`findings` text,
	`state` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`checked_at` integer,
	`reach` text NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	`finished_at` integer,
	`undone_by` text,
	`undone_at` integer,
	`undo_reason` text
);
--> statement-breakpoint
CREATE INDEX `intake_import_uploaded` ON `intake_import` (`uploaded_at`);--> statement-breakpoint
CREATE INDEX `intake_import_unfinished` ON `intake_import` (`uploaded_at`) WHERE state in ('applying', 'undoing');--> statement-breakpoint
CREATE TABLE `intake_mapping` (
	`kind` text NOT NULL,
	`signature` text NOT NULL,
	`settings` text NOT NULL,
	`used_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `signature`)
);
--> statement-breakpoint
CREATE TABLE `intake_row` (
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`cells` text NOT NULL,
	`verdict` text NOT NULL,
	`state` text NOT NULL,
	`who` text DEFAULT '' NOT NULL,
	`person_id` text,
	`key` text,
	`reading` text,
	`problem` text,
	`effect` text,
	PRIMARY KEY(`import_id`, `line`),
	FOREIGN KEY (`import_id`) REFERENCES `intake_import`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `intake_row_verdict` ON `intake_row` (`import_id`,`verdict`,`line`);--> statement-breakpoint
CREATE INDEX `intake_row_state` ON `intake_row` (`import_id`,`state`,`line`);--> statement-breakpoint
CREATE INDEX `intake_row_person` ON `intake_row` (`person_id`,`key`);--> statement-breakpoint
CREATE INDEX `intake_row_waiting` ON `intake_row` (`who`) WHERE state = 'waiting';