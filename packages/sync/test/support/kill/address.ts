/** How to reach the table that runs are killed on. */
export const TABLE = { token: 'patKilled0000', baseId: 'appKilled00000001', tableName: 'Deals' } as const;
