/** What an address that is not ours gets instead of a page. */
export default function Forbidden() {
  return (
    <main className="lone-page">
      <h1>This address is not served</h1>
      <p>Open Import Desk by localhost, or by the address that its BASE_URL names.</p>
    </main>
  );
}
