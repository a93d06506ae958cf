package org.tssj.attest.eventlog.data;

import java.util.Optional;
import java.util.UUID;
import org.tssj.attest.eventlog.SpecId;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * EV_NO_ACTION: what a log says about itself and its platform. It is never measured, so that
 * nothing of it is proven.
 *
 * @see "TCG PC Client Platform Firmware Profile, 10.4.5 EV_NO_ACTION Event Types"
 */
public sealed interface NoActionData extends EventData {

  /** Octets of the text that says which it is. */
  int SIGNATURE = 16;

  /** The header of the log. */
  record Header(SpecId specId) implements NoActionData {
    @Override
    public String summary() {
      return specId.signature()
          + ", version "
          + specId.specVersionMajor()
          + "."
          + specId.specVersionMinor()
          + " errata "
          + specId.specErrata();
    }
  }

  /**
   * TCG_EfiStartupLocalityEvent: from where TPM2_Startup was sent.
   *
   * @param locality 0, 3, or 4 after a hardware root of trust
   */
  record StartupLocality(int locality) implements NoActionData {
    @Override
    public String summary() {
      return "startup from locality " + locality;
    }
  }

  /**
   * TCG_Sp800_155_PlatformId_Event: which reference manifest is the platform's.
   *
   * @param version 1, 2 or 3, of the event's form
   * @param vendorId the manifest's vendor, an IANA enterprise number
   * @param referenceManifest EFI_GUID of the manifest
   * @param platform maker, model and version, from the second form on
   * @param firmware maker and version, from the second form on
   */
  record PlatformId(
      int version,
      long vendorId,
      UUID referenceManifest,
      Optional<String> platform,
      Optional<String> firmware)
      implements NoActionData {
    @Override
    public String summary() {
      return "reference manifest "
          + referenceManifest
          + platform.map(text -> " of " + text).orElse("")
          + firmware.map(text -> ", firmware " + text).orElse("");
    }
  }

  /**
   * NV_INDEX_INSTANCE_EVENT_LOG_DATA: what was extended into the NV index for device certificates.
   *
   * @param version of the structure
   * @param device what is said of the device
   */
  record NvIndexInstance(int version, DeviceSecurityData device) implements NoActionData {
    @Override
    public String summary() {
      return "NV index of device instances: " + device.summary();
    }
  }

  /**
   * NV_INDEX_DYNAMIC_EVENT_LOG_DATA: what was extended into the NV index for nonces.
   *
   * @param version of the structure
   * @param uid binds it to the device's other events
   * @param description which message the nonce is of
   * @param data the nonce
   */
  record NvIndexDynamic(int version, long uid, String description, Bytes data)
      implements NoActionData {
    @Override
    public String summary() {
      return "NV index of nonces: " + description + " " + data;
    }
  }

  /** Something else, with the text that says which. */
  record Other(String signature, Bytes data) implements NoActionData {
    @Override
    public String summary() {
      return signature.isEmpty() ? new EventData.Opaque(data).summary() : signature;
    }
  }

  /**
   * Reads one.
   *
   * @throws WireException if it is not what its text says
   */
  static NoActionData read(Bytes data) {
    OctetReader in = OctetReader.littleEndian(data);
    if (data.length() < SIGNATURE) {
      return new Other("", data);
    }
    String signature = DataDecoder.ascii(in.bytes("signature", SIGNATURE));
    if (signature.startsWith("Spec ID Event0")) {
      return new Header(SpecId.read(data));
    }
    return switch (signature) {
      case "StartupLocality" -> new StartupLocality(in.u8("startupLocality"));
      // The second and third form have no NUL behind their 16 characters.
      case "SP800-155 Event" -> platformId(1, in);
      case "SP800-155 Event2" -> platformId(2, in);
      case "SP800-155 Event3" -> platformId(3, in);
      case "NvIndexInstance" -> {
        int version = in.u16("version");
        in.skip("reserved", 6);
        yield new NvIndexInstance(version, DeviceSecurityData.read(in.rest()));
      }
      case "NvIndexDynamic", "NvIndexDynamic " -> {
        int version = in.u16("version");
        in.skip("reserved", 6);
        long uid = in.u64("uid");
        String description = DataDecoder.ascii(in.bytes("description", in.u16("descriptionSize")));
        yield new NvIndexDynamic(version, uid, description, in.bytes("data", in.u16("dataSize")));
      }
      default ->
          new Other(
              DataDecoder.printable(data.slice(0, signature.length())) ? signature : "", data);
    };
  }

  private static NoActionData platformId(int version, OctetReader in) {
    long vendorId = in.u32("vendorId");
    UUID manifest = in.guid("referenceManifestGuid");
    if (version == 1) {
      return new PlatformId(version, vendorId, manifest, Optional.empty(), Optional.empty());
    }
    String platform =
        text("platformManufacturer", in)
            + " "
            + text("platformModel", in)
            + " "
            + text("platformVersion", in);
    String maker = text("firmwareManufacturer", in);
    in.u32("firmwareManufacturerId");
    String firmware = maker + " " + text("firmwareVersion", in);
    return new PlatformId(
        version, vendorId, manifest, Optional.of(platform), Optional.of(firmware));
  }

  private static String text(String field, OctetReader in) {
    return DataDecoder.ascii(in.bytes(field, in.u8(field + "Size")));
  }
}
