package org.tssj.attest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HtmlTest {

  @Test
  void whatAMachineWroteIsTextAndNeverMarkup() {
    assertEquals(
        "<b title=\"&quot;&gt;&lt;script&gt;\">&lt;/b&gt;&amp;amp; &#39;x&#39;</b>",
        new Html().element("b", "</b>&amp; 'x'", "title", "\"><script>").toString());
  }

  @Test
  void whatCannotBeSeenIsMadeVisible() {
    // A line feed, and the character that turns the order of what follows round.
    assertEquals("<td>a\\u000ab\\u202ec</td>", new Html().element("td", "a\nb\u202ec").toString());
  }
}
