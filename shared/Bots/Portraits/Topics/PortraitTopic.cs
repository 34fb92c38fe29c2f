namespace WhatsAppBots.Bots.Portraits.Topics;

/// <summary>
/// What people say and ask beside pressing buttons. The list is closed: rules and the AI choose from it, and each has one answer.
/// </summary>
internal enum PortraitTopic
{
    /// <summary>"how much is it?".</summary>
    Price,

    /// <summary>"is it free?".</summary>
    Free,

    /// <summary>"that's too expensive".</summary>
    TooExpensive,

    /// <summary>"can I get a discount?".</summary>
    Discount,

    /// <summary>"can I pay by card?".</summary>
    WaysToPay,

    /// <summary>"what if I don't like them?", "do you refund?".</summary>
    RefundPolicy,

    /// <summary>"is this a scam?".</summary>
    Trust,

    /// <summary>"who sees my photos?".</summary>
    Safety,

    /// <summary>"can you delete my photos?", "how long do you keep them?".</summary>
    Deletion,

    /// <summary>"how long does it take?".</summary>
    Duration,

    /// <summary>"show me some examples".</summary>
    Examples,

    /// <summary>"what's the difference between the packs?".</summary>
    Difference,

    /// <summary>"can I use photos of my dog?".</summary>
    Pets,

    /// <summary>"can you make me naked?".</summary>
    Nudity,

    /// <summary>"can you do my daughter?".</summary>
    Children,

    /// <summary>"can I send photos of my wife?".</summary>
    OtherPeople,

    /// <summary>"are these real photos or AI?".</summary>
    IsAi,

    /// <summary>"what format are they?", "can I print them?".</summary>
    Formats,

    /// <summary>"will they look like me?".</summary>
    Likeness,

    /// <summary>"how does it work?".</summary>
    HowItWorks,

    /// <summary>"what now?".</summary>
    WhatNow,

    /// <summary>"how many photos do you need?".</summary>
    PhotoCount,

    /// <summary>"what kind of photos?", "with glasses?".</summary>
    PhotoKind,

    /// <summary>"can I talk to somebody?".</summary>
    Human,

    /// <summary>"I have paid".</summary>
    Paid,

    /// <summary>"I want my money back".</summary>
    Refund,

    /// <summary>"where are my pictures?".</summary>
    Where,

    /// <summary>"they look nothing like me".</summary>
    Dislike,

    /// <summary>"go back".</summary>
    Back,

    /// <summary>"cancel", "never mind", "not now".</summary>
    Leave,

    /// <summary>"wait, another photo".</summary>
    AddPhotos,

    /// <summary>"that's all my photos".</summary>
    AllPhotos,

    /// <summary>"I'm a woman".</summary>
    Woman,

    /// <summary>"I'm a man".</summary>
    Man,

    /// <summary>"I'm neither", "that's wrong, I'm not a man".</summary>
    OtherClass,
}
