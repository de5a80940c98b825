/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Why a household is monitored (监测对象类别) (art. 2.1). Which ones are open to it depends on its former status. */
export type CaseCategory =
  /** Household never registered as poor that may fall into poverty (边缘易致贫户); only for GENERAL. */
  | 'MARGINAL_AT_RISK'
  /** Basic life in serious difficulty through unavoidable spending or a sharp fall of income (突发严重困难户), whatever the former status and the income. */
  | 'SUDDEN_SEVERE_DIFFICULTY'
  /** Household that came out of registered poverty and is not stable yet (脱贫不稳定户); only for FORMERLY_POOR. */
  | 'UNSTABLE_OUT_OF_POVERTY';

/** Where a case stands in its lifecycle (监测状态) (art. 3.2, 3.3). The first, third and fourth are open; a household has at most one open case. */
export type CaseStatus =
  /** Decided by the county: monitored and supported (监测帮扶中). */
  | 'MONITORED'
  /** The identification was refused (未纳入监测). */
  | 'NOT_IDENTIFIED'
  /** Marked "risk eliminated" (风险消除), the case's good end. */
  | 'RISK_ELIMINATED'
  /** Elimination was requested and is under way (风险消除程序中); support goes on. */
  | 'UNDER_ELIMINATION'
  /** Opened, the identification is under way (识别中). */
  | 'UNDER_IDENTIFICATION'
  /** Closed for a reason outside the policy's end (退出监测), such as a death or a move. */
  | 'WITHDRAWN';

export type CasesToLookAtQueryVariables = Exact<{
  region: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CasesToLookAtQuery = { readonly monitoringCases: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly number: string, readonly status: CaseStatus, readonly category: CaseCategory | null, readonly household: { readonly size: number, readonly head: { readonly name: string } | null, readonly region: { readonly name: string } }, readonly currentSteps: ReadonlyArray<{ readonly dueOn: string | null, readonly overdue: boolean, readonly definition: { readonly name: string } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const CasesToLookAtDocument = new TypedDocumentString(`
    query CasesToLookAt($region: RegionCode!, $first: Int!, $after: String) {
  monitoringCases(
    where: {region: $region, status: [UNDER_IDENTIFICATION, MONITORED, UNDER_ELIMINATION]}
    orderBy: [{by: PRIORITY, direction: ASC}]
    first: $first
    after: $after
  ) {
    totalCount
    nodes {
      number
      status
      category
      household {
        size
        head {
          name
        }
        region {
          name
        }
      }
      currentSteps {
        definition {
          name
        }
        dueOn
        overdue
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CasesToLookAtQuery, CasesToLookAtQueryVariables>;