'use client';
import Link from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link to another page, as Next has it, that asks the server for nothing before somebody follows it. Pages are made
 * for each request, so what could be fetched ahead is an empty frame: two requests for each link in view, and a list of
 * customers has one in every row.
 */
export function PageLink(properties: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...properties} />;
}
