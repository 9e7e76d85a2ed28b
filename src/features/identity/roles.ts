import type { Role } from '#kernel/rights.ts';

export type RoleChange = { readonly granted: readonly Role[]; readonly withdrawn: readonly Role[] };

export function changeOfRoles(before: readonly Role[], after: readonly Role[]): RoleChange {
  return {
    granted: after.filter((role) => !before.includes(role)),
    withdrawn: before.filter((role) => !after.includes(role)),
  };
}

/** Whether a change would leave the house without anyone who can manage people. */
export function leavesNoAdministrator(change: RoleChange, otherAdministrators: number): boolean {
  return change.withdrawn.includes('administrator') && otherAdministrators === 0;
}
