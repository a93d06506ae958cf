package org.tssj.attest.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventType;

/**
 * The boot as a picture: time goes to the right, each PCR is a line, each measurement a mark on it.
 * A bar is a separator, behind which the firmware measures no more on its own behalf.
 */
final class BootTimeline {

  private static final int WIDTH = 960;
  private static final int LEFT = 64;
  private static final int RIGHT = 16;
  private static final int LANE = 22;
  private static final int TOP = 8;
  private static final int BOTTOM = 26;
  private static final int RADIUS = 4;

  /** A TPM has 24 PCRs; a log may name any number. */
  private static final int LANES = 32;

  /**
   * Marks that fit side by side; of a longer log those that would cover each other are left out.
   */
  private static final int COLUMNS = (WIDTH - LEFT - RIGHT) / 2;

  private final List<Event> events;
  private final Set<Integer> proven;
  private final Map<Long, Integer> lanes = new TreeMap<>();

  /**
   * @param all the log's events
   * @param proven PCRs whose events a quoted value proves
   */
  BootTimeline(List<Event> all, Set<Integer> proven) {
    this.events = new ArrayList<>();
    for (Event event : all) {
      if (event.isExtended() && event.pcrIndex() < LANES) {
        events.add(event);
        lanes.put(event.pcrIndex(), 0);
      }
    }
    this.proven = proven;
    int lane = 0;
    for (Map.Entry<Long, Integer> each : lanes.entrySet()) {
      each.setValue(lane++);
    }
  }

  void draw(Html html) {
    int height = TOP + lanes.size() * LANE + BOTTOM;
    html.open(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + " " + height,
        "role",
        "img",
        "aria-label",
        events.size() + " measurements into " + lanes.size() + " PCRs, in their order",
        "class",
        "timeline");
    lanes.forEach((pcr, lane) -> lane(html, pcr, lane));
    Set<Long> taken = new HashSet<>();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      int lane = lanes.getOrDefault(event.pcrIndex(), 0);
      long column = (long) i * COLUMNS / events.size();
      if (taken.add(column * lanes.size() + lane)) {
        mark(html, event, x(i), TOP + lane * LANE + LANE / 2);
      }
    }
    axis(html, height);
    html.close("svg");
  }

  private double x(int position) {
    double room = WIDTH - LEFT - RIGHT;
    return LEFT + (events.size() == 1 ? room / 2 : room * position / (events.size() - 1));
  }

  private static void lane(Html html, long pcr, int lane) {
    int y = TOP + lane * LANE + LANE / 2;
    html.open(
        "line",
        "x1",
        String.valueOf(LEFT),
        "x2",
        String.valueOf(WIDTH - RIGHT),
        "y1",
        String.valueOf(y),
        "y2",
        String.valueOf(y),
        "class",
        "lane");
    html.close("line");
    html.element(
        "text",
        "PCR " + pcr,
        "x",
        String.valueOf(LEFT - 12),
        "y",
        String.valueOf(y + RADIUS),
        "text-anchor",
        "end");
  }

  private void mark(Html html, Event event, double x, int y) {
    String tone = proven.contains((int) event.pcrIndex()) ? "proven" : "unproven";
    String at = String.format(java.util.Locale.ROOT, "%.1f", x);
    if (event.type().equals(EventType.SEPARATOR)) {
      html.open(
          "rect",
          "x",
          at,
          "y",
          String.valueOf(y - LANE / 2 + 2),
          "width",
          "3",
          "height",
          String.valueOf(LANE - 4),
          "class",
          tone);
      html.element("title", event.title()).close("rect");
    } else {
      html.open(
          "circle", "cx", at, "cy", String.valueOf(y), "r", String.valueOf(RADIUS), "class", tone);
      html.element("title", event.title()).close("circle");
    }
  }

  private void axis(Html html, int height) {
    String y = String.valueOf(height - 8);
    html.element("text", "power on", "x", String.valueOf(LEFT), "y", y);
    html.element(
        "text",
        "event " + (events.isEmpty() ? "0" : events.get(events.size() - 1).number()),
        "x",
        String.valueOf(WIDTH - RIGHT),
        "y",
        y,
        "text-anchor",
        "end");
  }
}
