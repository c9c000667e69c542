'use client';
import { Button } from '@mantine/core';
import { PageLink } from './page-link';

/** The words of a page that is not there; what is around them depends on whether the navigation is. */
export function NotFoundNote() {
  return (
    <>
      <title>Not found · Import Desk</title>
      <h1>There is nothing at this address</h1>
      <p>It may have been deleted, or the address is not complete.</p>
      <Button component={PageLink} href="/imports" variant="filled">
        Go to the imports
      </Button>
    </>
  );
}
