CREATE INDEX `excuse_excused` ON `excuse` (`excused_at`);--> statement-breakpoint
CREATE INDEX `extension_asked` ON `extension` (`asked_at`);