const PAGE_SIZE = 200;

type Page = {
  nextPageToken: string;
};

/** Reads every page of what belongs to one ticket. */
export async function readAll<P extends Page, T>(
  readPage: (page: { pageSize: number; pageToken: string }) => Promise<P>,
  items: (page: P) => T[],
): Promise<T[]> {
  const all: T[] = [];
  let pageToken = '';
  do {
    const page = await readPage({ pageSize: PAGE_SIZE, pageToken });
    all.push(...items(page));
    pageToken = page.nextPageToken;
  } while (pageToken);
  return all;
}
