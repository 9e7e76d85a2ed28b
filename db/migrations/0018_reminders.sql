CREATE TABLE `reminder` (
	`recipient_id` text NOT NULL,
	`level` text NOT NULL,
	`person_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`period` text NOT NULL,
	`rung` text NOT NULL,
	`made_on` text NOT NULL,
	`told_at` integer,
	`settled_on` text,
	`is_mailed` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`person_id`, `programme_id`, `period`, `rung`, `recipient_id`)
);
--> statement-breakpoint
CREATE INDEX `reminder_untold` ON `reminder` (`recipient_id`) WHERE told_at is null;--> statement-breakpoint
CREATE INDEX `reminder_unsettled` ON `reminder` (`recipient_id`) WHERE settled_on is null;--> statement-breakpoint
CREATE INDEX `reminder_mailed` ON `reminder` (`recipient_id`,`settled_on`) WHERE is_mailed = 1;--> statement-breakpoint
CREATE TABLE `reminder_choice` (
	`person_id` text PRIMARY KEY NOT NULL,
	`mail` text NOT NULL,
	`set_at` integer NOT NULL
);
