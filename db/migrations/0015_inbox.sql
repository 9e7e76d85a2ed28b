CREATE TABLE `notice` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`told` text NOT NULL,
	`path` text NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE INDEX `notice_person` ON `notice` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `notice_unread` ON `notice` (`person_id`) WHERE read_at is null;