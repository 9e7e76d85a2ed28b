CREATE TABLE `scenario_improvement_change` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` text NOT NULL,
	`improvement_id` text NOT NULL,
	`run_id` text NOT NULL,
	`person_id` text NOT NULL,
	`act` text NOT NULL,
	`what` text,
	`owner` text,
	`due` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `scenario_run`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scenario_improvement_event` ON `scenario_improvement_change` (`event_id`);--> statement-breakpoint
CREATE INDEX `scenario_improvement_person` ON `scenario_improvement_change` (`person_id`,`run_id`);