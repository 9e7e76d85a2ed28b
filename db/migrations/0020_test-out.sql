ALTER TABLE `progress` ADD `sat_at` integer;
--> statement-breakpoint
UPDATE `progress` SET `sat_at` = `completed_at`;
