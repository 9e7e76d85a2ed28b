CREATE TABLE `sheet_version` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`course_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`sheet_id` text NOT NULL,
	`number` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`superseded_at` integer,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sheet_version_place` ON `sheet_version` (`person_id`,`course_id`,`lesson_id`,`sheet_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `sheet_version_latest` ON `sheet_version` (`person_id`,`course_id`,`lesson_id`,`sheet_id`) WHERE "sheet_version"."superseded_at" is null;