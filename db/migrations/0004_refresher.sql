CREATE TABLE `refresher_plan` (
	`person_id` text PRIMARY KEY NOT NULL,
	`minutes` integer NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `statement_actor_object` ON `statement` (`actor_id`,`object_id`);