CREATE TABLE `bulk_act` (
	`id` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	`state` text NOT NULL,
	`prepared_by` text NOT NULL,
	`prepared_at` integer NOT NULL,
	`why` text DEFAULT '' NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	`finished_at` integer,
	`undone_by` text,
	`undone_at` integer,
	`undone_why` text
);
--> statement-breakpoint
CREATE INDEX `bulk_act_prepared` ON `bulk_act` (`prepared_at`);--> statement-breakpoint
CREATE INDEX `bulk_act_unfinished` ON `bulk_act` (`prepared_at`) WHERE state in ('applying', 'undoing');--> statement-breakpoint
CREATE TABLE `bulk_line` (
	`act_id` text NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`left` text,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`effect` text,
	PRIMARY KEY(`act_id`, `person_id`),
	FOREIGN KEY (`act_id`) REFERENCES `bulk_act`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `bulk_line_state` ON `bulk_line` (`act_id`,`state`,`person_id`);--> statement-breakpoint
CREATE INDEX `programme_period_due` ON `programme_period` (`standing`,`due_on`);