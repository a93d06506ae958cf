package org.tssj.attest.appraise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tssj.attest.ima.BootAggregate;
import org.tssj.attest.ima.ImaProgress;
import org.tssj.attest.ima.ImaReplay;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.attest.ima.policy.ImaFinding;

/**
 * What there is to say of a measurement list.
 *
 * @param list the list, or what came of it since an earlier appraisal
 * @param replays how much of it each quoted value proves; none where it does not fit
 * @param proven how many of its entries are proven, from the first one on
 * @param templates how many entries each template has
 * @param violations numbers of the entries that are violations
 * @param findings what is wrong with the proven entries, or odd about the list
 * @param bootAggregate whether it is of the same boot as the firmware's PCRs, if it begins with
 *     that entry
 * @param progress from where to go on with the next evidence; empty if nothing is proven, or a TPM
 *     1.2 does not say which boot it is
 */
public record ImaAppraisal(
    MeasurementList list,
    List<ImaReplay> replays,
    int proven,
    Map<String, Integer> templates,
    List<Integer> violations,
    List<ImaFinding> findings,
    Optional<BootAggregate> bootAggregate,
    Optional<ImaProgress> progress) {

  public ImaAppraisal {
    replays = List.copyOf(replays);
    templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
    violations = List.copyOf(violations);
    findings = List.copyOf(findings);
  }
}
