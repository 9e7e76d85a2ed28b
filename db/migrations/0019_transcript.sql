CREATE TABLE `transcript_hours` (
	`person_id` text NOT NULL,
	`year` integer NOT NULL,
	`category` text NOT NULL,
	`minutes` integer NOT NULL,
	PRIMARY KEY(`person_id`, `year`, `category`)
);
--> statement-breakpoint
CREATE INDEX `transcript_hours_year` ON `transcript_hours` (`year`,`person_id`);--> statement-breakpoint
CREATE TABLE `transcript_outside` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`day` text NOT NULL,
	`minutes` integer NOT NULL,
	`title` text NOT NULL,
	`provider` text NOT NULL,
	`reviewer_id` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `transcript_outside_person` ON `transcript_outside` (`person_id`);--> statement-breakpoint
CREATE TABLE `transcript_published` (
	`object_id` text NOT NULL,
	`since` integer NOT NULL,
	`minutes` integer NOT NULL,
	`category` text NOT NULL,
	`name_ko` text NOT NULL,
	`name_en` text NOT NULL,
	PRIMARY KEY(`object_id`, `since`)
);
--> statement-breakpoint
CREATE TABLE `transcript_setting` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `transcript_stale` (
	`person_id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `transcript_work` (
	`name` text PRIMARY KEY NOT NULL,
	`done` integer NOT NULL
);
