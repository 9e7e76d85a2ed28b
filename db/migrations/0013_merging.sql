CREATE TABLE `merge_change` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`merge_id` text NOT NULL,
	`table_name` text NOT NULL,
	`column_name` text,
	`row_key` text NOT NULL,
	`before` text NOT NULL,
	`after` text,
	FOREIGN KEY (`merge_id`) REFERENCES `person_merge`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `merge_change_row` ON `merge_change` (`merge_id`,`table_name`,`column_name`,`row_key`);--> statement-breakpoint
CREATE TABLE `person_merge` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`into_id` text NOT NULL,
	`reason` text NOT NULL,
	`merged_by` text NOT NULL,
	`merged_at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer,
	`undo_reason` text
);
--> statement-breakpoint
CREATE INDEX `person_merge_from` ON `person_merge` (`from_id`);--> statement-breakpoint
CREATE INDEX `person_merge_into` ON `person_merge` (`into_id`);--> statement-breakpoint
CREATE INDEX `person_merge_at` ON `person_merge` (`merged_at`);--> statement-breakpoint
CREATE TABLE `record_alias` (
	`alias_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `record_alias_person` ON `record_alias` (`person_id`);--> statement-breakpoint
ALTER TABLE `person` ADD `merged_into` text;--> statement-breakpoint
CREATE INDEX `person_merged` ON `person` (`merged_into`) WHERE merged_into is not null;