/** Every right there is. Until accounts come, whoever reaches the server has all of them. */
export const permissions = ['imports:read', 'imports:write', 'customers:read', 'customers:write', 'health'] as const;
export type Permission = (typeof permissions)[number];
