import { BrandMark } from '@/components/shell/brand-mark';
import classes from './api-page.module.css';
import { SwaggerView } from './swagger-view';

/** The API to read and to try, and the way back to the desk. */
export function ApiPage() {
  return (
    <>
      <header className={classes.head}>
        <BrandMark size={26} />
        <h1 className={classes.title}>Import Desk API</h1>
        <nav className={classes.links} aria-label="Ways on">
          <a href="/api/v1/openapi.json">openapi.json</a>
          <a href="/imports">To the desk</a>
        </nav>
      </header>
      {/* Swagger UI brings a main of its own. */}
      <div className={classes.view}>
        <SwaggerView document="/api/v1/openapi.json" />
      </div>
    </>
  );
}
