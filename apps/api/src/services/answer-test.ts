import { COUNT_CAP, type ConnectionReport } from '@passerelle/connector';
import type { TestConnectorOutput } from '@passerelle/contracts';

/**
 * Tells what a connection test found: refused as soon as one check failed, in the words of that check. `mappingProblem`: why the
 * stored mapping cannot be used at all.
 */
export function answerTest(report: ConnectionReport, mappingProblem: string | null): TestConnectorOutput {
  const checks = report.checks.map((check) =>
    check.name === 'mapping' && mappingProblem !== null
      ? { ...check, ok: false, message: mappingProblem }
      : check,
  );
  const failed = checks.find((check) => !check.ok);
  if (failed !== undefined) {
    return { success: false, error: failed.message, message: failed.message, checks };
  }
  const count = report.recordCount ?? 0;
  const shown = report.countCapped ? `${COUNT_CAP}+` : String(count);
  const table = report.tableName === null ? '' : `table « ${report.tableName} », `;
  return {
    success: true,
    message: `Connexion réussie : ${table}${shown} ${count === 1 ? 'enregistrement' : 'enregistrements'}.`,
    table_name: report.tableName,
    record_count: count,
    checks,
  };
}
