/** Which tickets HelpdeskService.ListTickets is asked for, as JSON. */
export type Filter = {
  readonly statuses?: readonly string[];
  readonly categories?: readonly string[];
  readonly openedFrom?: string;
  readonly openedUntil?: string;
  readonly closedFrom?: string;
  readonly closedUntil?: string;
  readonly location?: string;
  readonly awaitingReply?: boolean;
  readonly unsureCategory?: boolean;
};

/** A number of an answer, and the list that is said to hold just what it counts. */
export type Claim = { readonly said: number; readonly filter: Filter };

type CategoryCount = { readonly category: string; readonly count: number };

/** What is compared of the answers of the analyses, as JSON. */
export type Backlog = {
  readonly count: number;
  readonly byStatus: readonly { readonly status: string; readonly count: number }[];
  readonly byCategory: readonly CategoryCount[];
  readonly ages: readonly {
    readonly count: number;
    readonly byCategory: readonly CategoryCount[];
    readonly openedFrom: string;
    readonly openedUntil?: string;
  }[];
  readonly openedFrom: string;
  readonly asOf: string;
};

/** A count of closed tickets and, unless there are none, how long they took. */
export type Figures = {
  readonly closedCount: number;
  readonly average?: string;
  readonly median?: string;
  readonly p90?: string;
};

export type Resolution = {
  readonly months: readonly (Figures & {
    readonly openedFrom: string;
    readonly openedUntil: string;
    readonly byCategory: readonly (Figures & { readonly category: string })[];
  })[];
};

export type Workload = {
  readonly categories: readonly {
    readonly category: string;
    readonly activeCount: number;
    readonly openCount: number;
  }[];
  readonly days: readonly {
    readonly openedCount: number;
    readonly closedCount: number;
    readonly from: string;
    readonly until: string;
  }[];
};

/** Every number of an answer, with the list that the contract's comments name for it. */
export function backlogClaims({ count, byStatus, byCategory, ages, openedFrom }: Backlog): readonly Claim[] {
  const statuses = ['STATUS_OPEN', 'STATUS_ACTIVE'];
  const filter = { statuses, openedFrom };
  return [
    { said: count, filter },
    ...byStatus.map((it) => ({ said: it.count, filter: { ...filter, statuses: [it.status] } })),
    ...ofCategories(byCategory, filter),
    ...ages.flatMap(({ count, byCategory, openedFrom, openedUntil }) => {
      const own = { statuses, openedFrom, ...(openedUntil !== undefined && { openedUntil }) };
      return [{ said: count, filter: own }, ...ofCategories(byCategory, own)];
    }),
  ];
}

/** The same, together with the figures of the tickets that are listed. */
export function resolutionClaims({ months }: Resolution): readonly (Claim & { readonly figures: Figures })[] {
  return months.flatMap(({ openedFrom, openedUntil, byCategory, ...all }) => {
    const filter = { statuses: ['STATUS_CLOSED'], openedFrom, openedUntil };
    const claimOf = (figures: Figures, filter: Filter) => ({ said: figures.closedCount, filter, figures });
    return [
      claimOf(all, filter),
      ...byCategory.map((figures) => claimOf(figures, { ...filter, categories: [figures.category] })),
    ];
  });
}

/** Every number of an answer, with the list that the contract's comments name for it. */
export function workloadClaims({ categories, days }: Workload): readonly Claim[] {
  return [
    ...categories.flatMap(({ category, activeCount, openCount }) => [
      { said: activeCount, filter: { categories: [category], statuses: ['STATUS_ACTIVE'] } },
      { said: openCount, filter: { categories: [category], statuses: ['STATUS_OPEN'] } },
    ]),
    ...days.flatMap(({ openedCount, closedCount, from, until }) => [
      { said: openedCount, filter: { openedFrom: from, openedUntil: until } },
      { said: closedCount, filter: { closedFrom: from, closedUntil: until } },
    ]),
  ];
}

/** How many numbers an answer has at whatever depth, so that none of them can be forgotten. */
export function numbersIn(value: unknown): number {
  if (typeof value === 'number') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + numbersIn(part), 0);
}

function ofCategories(counts: readonly CategoryCount[], filter: Filter): readonly Claim[] {
  return counts.map(({ category, count }) => ({
    said: count,
    filter: { ...filter, categories: [category] },
  }));
}
