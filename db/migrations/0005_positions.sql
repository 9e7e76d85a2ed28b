CREATE TABLE `competency_wording` (
	`competency` text NOT NULL,
	`since` integer NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`competency`, `since`)
);
--> statement-breakpoint
CREATE TABLE `position` (
	`id` text PRIMARY KEY NOT NULL,
	`audience` text NOT NULL,
	`name_ko` text NOT NULL,
	`name_en` text NOT NULL,
	`body` text NOT NULL,
	`revision` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE INDEX `position_name_ko` ON `position` (`name_ko`);--> statement-breakpoint
CREATE INDEX `position_name_en` ON `position` (`name_en`);--> statement-breakpoint
CREATE TABLE `position_change` (
	`id` text PRIMARY KEY NOT NULL,
	`position_id` text NOT NULL,
	`revision` integer NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`act` text NOT NULL,
	`why` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`position_id`) REFERENCES `position`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `position_change_revision` ON `position_change` (`position_id`,`revision`);--> statement-breakpoint
CREATE TABLE `position_holding` (
	`id` text PRIMARY KEY NOT NULL,
	`position_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	FOREIGN KEY (`position_id`) REFERENCES `position`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `position_holding_person` ON `position_holding` (`person_id`,`from_day`);--> statement-breakpoint
CREATE INDEX `position_holding_position` ON `position_holding` (`position_id`,`until_day`);