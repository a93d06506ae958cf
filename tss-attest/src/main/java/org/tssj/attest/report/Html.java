package org.tssj.attest.report;

import java.util.List;
import org.tssj.core.Visible;

/**
 * HTML or SVG as it is written. Text and attributes are escaped here and nowhere else, and what is
 * invisible in them is made visible: most of it was chosen by the machine that is judged.
 */
final class Html {

  private final StringBuilder out = new StringBuilder();

  /** An element's beginning; attributes as names and values in turn. */
  Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  /** An element's end, and a new line where a reader of the source would want one. */
  Html close(String tag) {
    out.append("</").append(tag).append('>');
    if (!List.of("span", "td", "th", "code", "b").contains(tag)) {
      out.append('\n');
    }
    return this;
  }

  /** Text. */
  Html text(String text) {
    escape(text);
    return this;
  }

  /** An element with nothing in it but text. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** Markup of this program's own. */
  Html trusted(String markup) {
    out.append(markup);
    return this;
  }

  private void escape(String text) {
    String visible = Visible.of(text);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
