package org.tssj.cli.command;

import java.util.Collection;
import java.util.List;
import org.tssj.attest.predict.Measurement;
import org.tssj.attest.predict.PcrPrediction;
import org.tssj.attest.predict.PcrStory;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.core.Bank;
import org.tssj.core.Visible;

/** How predicted PCRs come about, in both forms. */
final class Predictions {

  private Predictions() {}

  /** What is extended, in order. */
  static List<Json.Fields> json(int pcr, Collection<Measurement> measurements) {
    return measurements.stream()
        .map(
            each ->
                Json.object()
                    .put("pcr", pcr)
                    .put("what", each.what())
                    .put("digests", PcrReport.json(each.digests())))
        .toList();
  }

  /** The steps to a value, and the value. */
  static String text(PcrPrediction prediction, Bank bank) {
    PcrStory story = prediction.story(bank);
    Columns lines = new Columns();
    for (PcrStory.Step step : story.steps()) {
      lines.row("extend", step.digest(), Visible.of(step.what()));
    }
    lines.row("PCR " + story.pcr(), story.value(), bank);
    return lines.toString();
  }
}
