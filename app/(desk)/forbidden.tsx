import { NotAllowedNote } from '@/components/shell/not-allowed-note';

/** A page for which somebody has no right, beside the navigation. */
export default function Forbidden() {
  return (
    <div className="lone-page">
      <NotAllowedNote />
    </div>
  );
}
