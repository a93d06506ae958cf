package org.tssj.cli.tool.nv;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.core.TpmServiceException;
import org.tssj.tpm12.NvStorage;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;

/** {@code tpm_nvrelease}: removes an NV area. */
public final class NvReleaseTool extends NvTool {

  private static final Option WELL_KNOWN =
      Option.flag(
          'y',
          "owner-well-known",
          "Use 20 bytes of zeros (TSS_WELL_KNOWN_SECRET) as the TPM owner password");

  /** TSS_E_NV_AREA_NOT_EXIST: trousers looks before it asks the TPM. */
  private static final long AREA_DOES_NOT_EXIST = 0x313c;

  private static final String FUNCTION = "Tspi_NV_ReleaseSpace";

  /** The tool. */
  public NvReleaseTool() {
    super(Option.UNICODE, WELL_KNOWN, OWNER_PASSWORD, INDEX);
  }

  @Override
  List<NumberOption> numbers() {
    return List.of(NumberOption.OF_INDEX);
  }

  @Override
  protected void check(Call call) {
    areaIndex(call);
  }

  @Override
  protected void run(Call call) throws IOException {
    NvIndex index = areaIndex(call);
    try (Tspi tspi = call.connect()) {
      Optional<AuthValue> owner =
          secret(call, OWNER_PASSWORD, WELL_KNOWN, "Enter owner password: ", false);
      try {
        tspi.deed(FUNCTION, () -> release(tspi.tpm().nv(), index, owner));
      } finally {
        owner.ifPresent(AuthValue::close);
      }
      call.output().say("Successfully released NVRAM area at index " + printed(index) + ".\n");
    }
  }

  private static void release(NvStorage nv, NvIndex index, Optional<AuthValue> owner)
      throws IOException {
    if (!nv.indices().contains(index)) {
      throw new TpmServiceException("tsp", AREA_DOES_NOT_EXIST, "there is no such area");
    }
    if (owner.isPresent()) {
      nv.release(index, owner.get());
    } else {
      NvDataPublic area = nv.area(index);
      nv.defineWithoutOwner(
          NvDataPublic.of(index, area.permission(), 0)
              .readableWith(area.pcrInfoRead())
              .writableWith(area.pcrInfoWrite()),
          Secret.wellKnown());
    }
  }

  @Override
  protected String onTpm20() {
    return "tpm nv undefine removes an NV index of a TPM 2.0";
  }
}
