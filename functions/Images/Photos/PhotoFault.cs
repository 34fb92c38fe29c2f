namespace WhatsAppBots.Images.Photos;

/// <summary>Why a photo cannot be used, as our own checks see it. In the order in which they are made.</summary>
internal enum PhotoFault
{
    /// <summary>Not a JPEG, PNG or WebP, whatever its name says.</summary>
    NoPhoto,

    /// <summary>More bytes than a photo has.</summary>
    TooLarge,

    /// <summary>Fewer pixels than a face needs.</summary>
    TooSmall,

    /// <summary>More pixels than we decode.</summary>
    TooManyPixels,

    /// <summary>Cut off or damaged: it does not decode.</summary>
    Damaged,

    /// <summary>Hardly any light in it.</summary>
    TooDark,

    /// <summary>Hardly anything but light in it.</summary>
    TooBright,

    /// <summary>No edges anywhere.</summary>
    Blurred,
}
