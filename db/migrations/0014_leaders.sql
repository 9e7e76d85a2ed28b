CREATE TABLE `unit_leader` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`person_id` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unit_leader_unit` ON `unit_leader` (`unit_id`,`until`);--> statement-breakpoint
CREATE INDEX `unit_leader_person` ON `unit_leader` (`person_id`);--> statement-breakpoint
ALTER TABLE `unit` ADD `closed_at` integer;