"""Read pages with newspaper4k in an environment of its own: lines of JSON with `id` and `html` in, with what it found out."""

import json
import sys
import warnings


def main() -> None:
    """Print id, title, date and text of every page on the standard input."""
    warnings.simplefilter("ignore")
    from newspaper import article  # type: ignore[import-not-found]

    for line in sys.stdin:
        row = json.loads(line)
        try:
            found = article("http://localhost/", input_html=row["html"], fetch_images=False)
        except Exception as error:  # noqa: BLE001  # a page that the peer cannot read is an answer too
            print(json.dumps({"id": row["id"], "title": None, "date": None, "text": "", "error": str(error)}))
            continue
        day = found.publish_date.date().isoformat() if found.publish_date else None
        print(json.dumps({"id": row["id"], "title": found.title or None, "date": day, "text": found.text}))


if __name__ == "__main__":
    main()
