package org.tssj.attest.predict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * A unified kernel image: what systemd's stub measures of it into PCR 11, before it starts the
 * kernel in it.
 *
 * @param sections contents by name, {@code .linux}, {@code .cmdline}, in any order
 * @see "UAPI.5 Unified Kernel Image; systemd-stub(7), TPM PCR Notes"
 */
public record UnifiedKernelImage(Map<String, Bytes> sections) {

  /** The PCR. */
  public static final int PCR = 11;

  /** What systemd extends into the PCR as the boot goes on, unless it is told otherwise. */
  public static final List<String> PHASES =
      List.of("enter-initrd", "leave-initrd", "sysinit", "ready");

  /**
   * The sections that are measured, in the stub's order; .pcrsig is not: it is made of the rest.
   */
  private static final List<String> MEASURED =
      List.of(
          ".linux",
          ".osrel",
          ".cmdline",
          ".initrd",
          ".ucode",
          ".splash",
          ".dtb",
          ".uname",
          ".sbat",
          ".pcrpkey",
          ".profile",
          ".dtbauto",
          ".hwids",
          ".efifw");

  public UnifiedKernelImage {
    sections = Map.copyOf(sections);
  }

  /**
   * Reads the sections of an image in PE. Where a section's name stands twice, as in images with
   * several profiles, the first one counts.
   *
   * @throws WireException if it is none, or a section lies outside of it
   */
  public static UnifiedKernelImage read(Bytes image) {
    PeImage pe = PeImage.read(image);
    Map<String, Bytes> sections = new LinkedHashMap<>();
    for (PeImage.Section section : pe.sections()) {
      if (MEASURED.contains(section.name())) {
        sections.putIfAbsent(section.name(), pe.contents(section));
      }
    }
    return new UnifiedKernelImage(sections);
  }

  /** With another section, or another content of one: a new command line, a new initrd. */
  public UnifiedKernelImage with(String name, Bytes contents) {
    if (!MEASURED.contains(name)) {
      throw new IllegalArgumentException(
          "a section that is measured is one of " + MEASURED + ", not " + name);
    }
    Map<String, Bytes> more = new LinkedHashMap<>(sections);
    more.put(name, contents);
    return new UnifiedKernelImage(more);
  }

  /** What is measured, in order: for each section its name with a NUL, and its contents. */
  public List<Measurement> measurements(Collection<Bank> banks) {
    List<Measurement> measurements = new ArrayList<>();
    for (String name : MEASURED) {
      Bytes contents = sections.get(name);
      if (contents != null) {
        measurements.add(Measurement.ofData("the name " + name, Bytes.utf8(name + "\0"), banks));
        measurements.add(Measurement.ofData(name, contents, banks));
      }
    }
    return measurements;
  }

  /**
   * PCR 11 when the boot has come so far.
   *
   * @param phases which systemd has extended, in order; none while the stub starts the kernel
   */
  public PcrPrediction prediction(Collection<Bank> banks, List<String> phases) {
    List<Measurement> all = new ArrayList<>(measurements(banks));
    phases.forEach(
        phase -> all.add(Measurement.ofData("phase " + phase, Bytes.utf8(phase), banks)));
    return new PcrPrediction(PCR, StartValue.ofPcr(PCR), all);
  }
}
