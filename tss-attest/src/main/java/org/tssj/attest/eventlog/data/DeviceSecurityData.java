package org.tssj.attest.eventlog.data;

import java.util.Map;
import java.util.Optional;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * DEVICE_SECURITY_EVENT_DATA: what a device says of its own firmware over SPDM.
 *
 * @param version 1 or 2, of the structure
 * @param authState second form: 0 the device has proven who it is, else why it has not
 * @param deviceType 1 PCI, 2 USB
 * @param path second form: where the device is
 * @param report the device's own words: a measurement block, or its certificates
 * @param context how the bus describes the device
 */
public record DeviceSecurityData(
    int version,
    Optional<Integer> authState,
    long deviceType,
    DevicePath path,
    Report report,
    Bytes context)
    implements EventData {

  private static final int SIGNATURE = 16;

  private static final Map<Integer, String> AUTH_STATES =
      Map.of(
          0, "authenticated",
          1, "not authenticated",
          2, "not bound",
          3, "no signature",
          4, "invalid signature",
          0xff, "no SPDM");

  /** What a device reports. */
  public sealed interface Report {

    /**
     * SPDM_MEASUREMENT_BLOCK: one measurement.
     *
     * @param hashAlgorithm of SPDM
     * @param index which measurement
     * @param specification 1 for that of DMTF
     * @param value as the specification has it
     */
    record Measurement(long hashAlgorithm, int index, int specification, Bytes value)
        implements Report {}

    /**
     * SPDM_CERT_CHAIN.
     *
     * @param hashAlgorithm of SPDM
     * @param slot of the device
     * @param chain the certificates behind a header
     */
    record Certificates(long hashAlgorithm, int slot, Bytes chain) implements Report {}

    /** Something else, by its number. */
    record Other(long type, Bytes data) implements Report {}
  }

  /**
   * Reads one.
   *
   * @throws WireException if the sizes do not add up
   */
  static DeviceSecurityData read(Bytes data) {
    OctetReader in = OctetReader.littleEndian(data);
    String signature = DataDecoder.ascii(in.bytes("signature", SIGNATURE));
    return switch (signature) {
      case "SPDM Device Sec" -> first(in);
      case "SPDM Device Sec2" -> second(in);
      default ->
          throw WireException.refused(
                  "must be \"SPDM Device Sec\" or \"SPDM Device Sec2\"", 0, '"' + signature + '"')
              .within("signature");
    };
  }

  private static DeviceSecurityData first(OctetReader in) {
    int version = in.u16("version");
    in.skip("length", 2);
    long hash = in.u32("spdmHashAlgo");
    long deviceType = in.u32("deviceType");
    Report report = measurement(hash, in);
    return new DeviceSecurityData(
        version, Optional.empty(), deviceType, DevicePath.EMPTY, report, in.rest());
  }

  private static DeviceSecurityData second(OctetReader in) {
    int version = in.u16("version");
    int authState = in.u8("authState");
    in.skip("reserved", 1);
    in.skip("length", 4);
    long deviceType = in.u32("deviceType");
    long subHeaderType = in.u32("subHeaderType");
    long subHeaderLength = in.u32("subHeaderLength");
    in.skip("subHeaderUid", 8);
    long pathLength = in.u64("devicePathLength");
    DevicePath path =
        pathLength == 0 ? DevicePath.EMPTY : DevicePath.read(in.region("devicePath", pathLength));
    OctetReader subHeader = in.region("subHeader", subHeaderLength);
    return new DeviceSecurityData(
        version,
        Optional.of(authState),
        deviceType,
        path,
        report(subHeaderType, subHeader),
        in.rest());
  }

  private static Report report(long type, OctetReader in) {
    if (type == 0) {
      in.skip("spdmVersion", 2);
      in.skip("spdmMeasurementBlockCount", 1);
      in.skip("reserved", 1);
      return measurement(in.u32("spdmMeasurementHashAlgo"), in);
    }
    if (type == 1) {
      in.skip("spdmVersion", 2);
      int slot = in.u8("spdmSlotId");
      in.skip("reserved", 1);
      long hash = in.u32("spdmHashAlgo");
      return new Report.Certificates(hash, slot, in.rest());
    }
    return new Report.Other(type, in.rest());
  }

  private static Report measurement(long hash, OctetReader in) {
    int index = in.u8("index");
    int specification = in.u8("measurementSpecification");
    return new Report.Measurement(
        hash, index, specification, in.bytes("measurement", in.u16("measurementSize")));
  }

  @Override
  public String summary() {
    String where = path.nodes().isEmpty() ? "a device of type " + deviceType : "device " + path;
    String what;
    if (report instanceof Report.Measurement measurement) {
      what = "measurement " + measurement.index() + " " + measurement.value();
    } else if (report instanceof Report.Certificates certificates) {
      what = "certificates of slot " + certificates.slot();
    } else {
      what = "report " + report;
    }
    return where
        + authState
            .map(state -> ", " + AUTH_STATES.getOrDefault(state, state.toString()))
            .orElse("")
        + ": "
        + what;
  }
}
