package org.tssj.cli.tool.nv;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.GetOpt;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Option.Value;
import org.tssj.cli.tool.Output;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.cli.tool.Tspi;
import org.tssj.cli.tool.TssResult;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.TpmServiceException;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.integrity.PcrRead;
import org.tssj.tpm12.command.nv.NvDefineSpace;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.nv.NvAttributes;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;
import org.tssj.tpm12.structure.pcr.LocalitySelection;
import org.tssj.tpm12.structure.pcr.PcrComposite;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;

/** {@code tpm_nvdefine}: makes an NV area. */
public final class NvDefineTool extends NvTool {

  private static final Option OWNER_WELL_KNOWN =
      Option.flag(
          'y',
          "owner-well-known",
          "Use 20 bytes of zeros (TSS_WELL_KNOWN_SECRET) as the TPM owner secret");
  private static final Option DATA_WELL_KNOWN =
      Option.flag(
          'z',
          "data-well-known",
          "Use 20 bytes of zeros (TSS_WELL_KNOWN_SECRET) as the NVRAM area's secret");
  private static final Option OWNER =
      new Option('o', "pwdo", Value.OPTIONAL_BEHIND_NAME, "", "Owner password");
  private static final Option DATA =
      new Option('a', "pwda", Value.OPTIONAL_BEHIND_NAME, "", "NVRAM area password");
  private static final Option SIZE = Option.value('s', "size", "", "Size of the NVRAM area");
  private static final Option READ_PCRS =
      Option.value(
          'r', "rpcrs", "", "PCRs to seal the NVRAM area to for reading (use multiple times)");
  private static final Option WRITE_PCRS =
      Option.value(
          'w', "wpcrs", "", "PCRs to seal the NVRAM area to for writing (use multiple times)");
  private static final Option PCR_FILE =
      Option.value('f', "filename", "", "File containing PCR info for the NVRAM area");
  private static final Option PERMISSIONS =
      Option.value(
          'p',
          "permissions",
          "",
          "Permissions of the NVRAM area\n" + NvPermissions.list(" ".repeat(16)).stripTrailing());

  private static final NumberOption OF_SIZE = NumberOption.of(SIZE, "NVRAM index size");

  private static final String FUNCTION = "Tspi_NV_DefineSpace";

  /** TPM_BAD_PARAMETER, which trousers answers itself if an area's secret is wanted and missing. */
  private static final TssResult NO_AREA_SECRET = new TssResult(3);

  /** TSS_E_NV_AREA_EXIST: trousers looks before it asks the TPM, which would replace the area. */
  private static final long AREA_EXISTS = 0x313b;

  /** The tool. */
  public NvDefineTool() {
    super(
        Option.UNICODE,
        OWNER_WELL_KNOWN,
        DATA_WELL_KNOWN,
        OWNER,
        DATA,
        INDEX,
        SIZE,
        READ_PCRS,
        WRITE_PCRS,
        PCR_FILE,
        PERMISSIONS);
  }

  @Override
  List<NumberOption> numbers() {
    return List.of(NumberOption.OF_INDEX, OF_SIZE);
  }

  @Override
  protected void take(Output output, GetOpt.Found found) {
    super.take(output, found);
    char letter = found.option().letter();
    if (letter == PERMISSIONS.letter()) {
      if (found.value().equals("?")) {
        output.say(NvPermissions.list(""));
        throw new ToolFailure(0);
      }
      NvPermissions.read(found.value(), output);
    }
    if (letter == READ_PCRS.letter() || letter == WRITE_PCRS.letter()) {
      // The tool of before takes "0,10" for 0, and seals to less than was meant.
      if (!NvPcrFile.isPcr(found.value())) {
        output.complain(
            "A PCR is a number from 0 to 23, not \""
                + found.value()
                + "\"; -r and -w are given once for each PCR\n");
        throw new ToolFailure(FAILED);
      }
    }
  }

  private static NvAttributes permissions(Call call) {
    return call.arguments()
        .value(PERMISSIONS)
        .map(text -> NvPermissions.read(text, call.output()))
        .orElse(NvAttributes.NONE);
  }

  @Override
  protected void check(Call call) {
    NvIndex index = anyIndex(call);
    boolean needsPermissions = !index.equals(NvIndex.LOCK) && !index.equals(NvIndex.INDEX0);
    if (needsPermissions && permissions(call).equals(NvAttributes.NONE)) {
      throw refused(call, "You must provide permission bits for the NVRAM area.");
    }
  }

  @Override
  protected void run(Call call) throws IOException {
    NvIndex index = anyIndex(call);
    try (Tspi tspi = call.connect()) {
      Optional<AuthValue> owner =
          secret(call, OWNER, OWNER_WELL_KNOWN, "Enter owner password: ", false);
      Optional<AuthValue> data = Optional.empty();
      try {
        data = secret(call, DATA, DATA_WELL_KNOWN, "Enter NVRAM data password: ", true);
        define(call, tspi, index, owner, data);
      } finally {
        owner.ifPresent(AuthValue::close);
        data.ifPresent(AuthValue::close);
      }
      call.output().say("Successfully created NVRAM area at index " + printed(index) + ".\n");
    }
  }

  private static void define(
      Call call, Tspi tspi, NvIndex index, Optional<AuthValue> owner, Optional<AuthValue> data) {
    Map<Integer, Bytes> readPcrs = valuesNow(tspi, call.arguments().values(READ_PCRS));
    Map<Integer, Bytes> writePcrs = valuesNow(tspi, call.arguments().values(WRITE_PCRS));
    call.arguments()
        .value(PCR_FILE)
        .ifPresent(name -> new NvPcrFile(call, name).addTo(readPcrs, writePcrs));
    NvAttributes permissions = permissions(call);
    NvDataPublic area =
        NvDataPublic.of(index, permissions, OF_SIZE.in(call).orElse(0L))
            .readableWith(binding(readPcrs))
            .writableWith(binding(writePcrs));
    boolean wantsSecret =
        permissions.has(NvAttributes.AUTHREAD) || permissions.has(NvAttributes.AUTHWRITE);
    Tpm12 tpm = tspi.tpm();
    tspi.deed(
        FUNCTION,
        () -> {
          if (tpm.nv().indices().contains(index)) {
            throw new TpmServiceException("tsp", AREA_EXISTS, "there is such an area");
          }
          if (wantsSecret && data.isEmpty()) {
            throw tspi.failed(FUNCTION, NO_AREA_SECRET, new IOException("no secret was given"));
          }
          define(tpm, area, owner, data.orElseGet(Secret::wellKnown));
        });
  }

  private static void define(
      Tpm12 tpm, NvDataPublic area, Optional<AuthValue> owner, AuthValue areaAuth)
      throws IOException {
    Authorization[] authorizations =
        owner.stream()
            .map(secret -> Authorization.osap(Handle.OWNER, secret))
            .toArray(Authorization[]::new);
    tpm.execute(new NvDefineSpace(area, areaAuth), authorizations);
  }

  private static Map<Integer, Bytes> valuesNow(Tspi tspi, List<String> pcrs) {
    Set<Integer> each = new LinkedHashSet<>();
    pcrs.forEach(pcr -> each.add(Integer.valueOf(pcr)));
    Map<Integer, Bytes> values = new TreeMap<>();
    for (int pcr : each) {
      values.put(
          pcr,
          tspi.call("Tspi_TPM_PcrRead", () -> tspi.tpm().execute(new PcrRead(pcr)).outDigest()));
    }
    return values;
  }

  private static PcrInfoShort binding(Map<Integer, Bytes> values) {
    return values.isEmpty()
        ? PcrInfoShort.NONE
        : PcrInfoShort.releasedBy(PcrComposite.of(values), LocalitySelection.ALL);
  }

  @Override
  protected String onTpm20() {
    return "tpm nv define makes an NV index of a TPM 2.0";
  }
}
